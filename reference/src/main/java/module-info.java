/** What an update means: the equations in plain scalar double, one device at a time. */
module io.github.remanence.reference {
  exports io.github.remanence.reference;
}
