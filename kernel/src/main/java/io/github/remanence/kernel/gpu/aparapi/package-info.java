/** OpenCL, through Aparapi. The one package that knows Aparapi. */
package io.github.remanence.kernel.gpu.aparapi;
