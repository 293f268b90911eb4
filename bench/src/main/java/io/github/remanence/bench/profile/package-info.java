/** Profilers of JMH's that studies switch on in every fork. */
package io.github.remanence.bench.profile;
