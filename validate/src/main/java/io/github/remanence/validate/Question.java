package io.github.remanence.validate;

/** One question about the kernel; the implementations are all that validation asks. */
interface Question {

  /** The question, for people. */
  String title();

  /** Measures and answers. */
  Table answer();
}
