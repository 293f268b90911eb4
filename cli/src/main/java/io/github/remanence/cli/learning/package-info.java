/**
 * The learning experiment at the command line: what to try, as picocli mixins, and {@link
 * io.github.remanence.cli.learning.LearningReport}, what came out, as plain data and as a page.
 */
package io.github.remanence.cli.learning;
