/** Functions of C libraries, called by name. */
package io.github.remanence.kernel.foreign;
