/** Where conductances and factors lie off the heap. */
package io.github.remanence.kernel.memory;
