/**
 * Studies of speed: what stands beside JMH's results, and the page that shows them. {@code
 * BenchReport} is the page's data, {@code BenchHeader} the machine and the build.
 */
package io.github.remanence.cli.bench;
