/** OpenCL, called through {@code java.lang.foreign}. */
package io.github.remanence.kernel.gpu.opencl;
