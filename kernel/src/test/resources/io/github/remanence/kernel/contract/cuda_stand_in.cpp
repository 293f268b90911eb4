// Stands in for the CUDA driver where there is no NVIDIA GPU: the functions that CudaAccelerator
// calls, over memory of the host, with the kernels of updates.cl compiled for the host. It shows
// that the calls, the arguments and the grid are right; nothing about a GPU.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;

#define __CUDACC__
#define DEVICE static
#define GLOBAL
#define KERNEL extern "C" void
static uint bits_of(float x) { uint bits; memcpy(&bits, &x, 4); return bits; }
static float float_of(uint bits) { float x; memcpy(&x, &bits, 4); return x; }
#define BITS_OF(x) bits_of(x)
#define FLOAT_OF(x) float_of(x)
#define UNROLLED
static uint mul_hi(uint a, uint b) { return (uint)(((uint64_t)a * b) >> 32); }

static long ids[2], sizes[2];
static long get_global_id(int dimension) { return ids[dimension]; }
static long get_global_size(int dimension) { return sizes[dimension]; }

using std::ceil;
using std::fabs;
using std::fma;
using std::sqrt;

#include "updates.cl"

typedef void (*launcher)(void **);

template <typename A, void (*kernel)(float *, float *, const char *, const char *, const ushort *,
    const ushort *, const ushort *, const ushort *, const ushort *, const ushort *, const A)>
static void start(void **p) {
  kernel(*(float **)p[0], *(float **)p[1], *(const char **)p[2], *(const char **)p[3],
      *(const ushort **)p[4], *(const ushort **)p[5], *(const ushort **)p[6],
      *(const ushort **)p[7], *(const ushort **)p[8], *(const ushort **)p[9], *(const A *)p[10]);
}

static const struct { const char *name; launcher run; } KERNELS[] = {
  {"uniformly", start<uniform_arguments, uniformly>},
  {"tabulated", start<tabulated_arguments, tabulated>},
  {"counted", start<counted_arguments, counted>},
  {"varied", start<varied_arguments, varied>},
  {"noisy", start<noisy_arguments, noisy>},
  {"responded", start<responded_arguments, responded>},
  {"paired", start<pair_arguments, paired>},
  {"field_changed", start<field_arguments, field_changed>},
  {"relaxed", start<relaxation_arguments, relaxed>},
  {"shown", start<relaxation_arguments, shown>},
  {"copied", start<copy_arguments, copied>},
};

static int current = 0;  // Whether a context is.
enum { FINE = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, INVALID_CONTEXT = 201, NOT_FOUND = 500 };

extern "C" {
int cuInit(unsigned flags) { return flags == 0 ? FINE : INVALID_VALUE; }
int cuDeviceGetCount(int *count) { *count = 1; return FINE; }
int cuDeviceGet(int *device, int number) { *device = 7; return number == 0 ? FINE : INVALID_VALUE; }
int cuDeviceGetName(char *name, int size, int device) {
  strncpy(name, "a stand-in for a GPU", size);
  return device == 7 ? FINE : INVALID_VALUE;
}
int cuDevicePrimaryCtxRetain(void **context, int device) {
  *context = &current;
  return device == 7 ? FINE : INVALID_VALUE;
}
int cuCtxSetCurrent(void *context) {
  current = context == &current;
  return current ? FINE : INVALID_CONTEXT;
}
int cuCtxSynchronize() { return current ? FINE : INVALID_CONTEXT; }
int cuModuleLoadData(void **module, const void *image) {
  *module = ids;
  return strstr((const char *)image, ".visible .entry uniformly(") ? FINE : INVALID_VALUE;
}
int cuModuleGetFunction(void **function, void *module, const char *name) {
  for (auto &kernel : KERNELS) {
    if (module == ids && strcmp(kernel.name, name) == 0) {
      *function = (void *)kernel.run;
      return FINE;
    }
  }
  return NOT_FOUND;
}
int cuMemGetInfo_v2(size_t *free, size_t *total) { *free = *total = 1ul << 30; return FINE; }
int cuMemAlloc_v2(uint64_t *address, size_t bytes) {
  if (bytes == 0 || bytes > 1ul << 30) return bytes == 0 ? INVALID_VALUE : OUT_OF_MEMORY;
  *address = (uint64_t)malloc(bytes);
  return current ? FINE : INVALID_CONTEXT;
}
int cuMemFree_v2(uint64_t address) { free((void *)address); return FINE; }
int cuMemcpyHtoD_v2(uint64_t to, const void *from, size_t bytes) {
  memcpy((void *)to, from, bytes);
  return current ? FINE : INVALID_CONTEXT;
}
int cuMemcpyDtoH_v2(void *to, uint64_t from, size_t bytes) {
  memcpy(to, (const void *)from, bytes);
  return current ? FINE : INVALID_CONTEXT;
}
int cuLaunchKernel(void *function, unsigned grid_x, unsigned grid_y, unsigned grid_z,
    unsigned block_x, unsigned block_y, unsigned block_z, unsigned shared, void *stream,
    void **parameters, void **extra) {
  if (!current || stream || extra || shared || grid_z != 1 || block_z != 1) return INVALID_VALUE;
  if (grid_y > 65535 || block_x * block_y > 1024) return INVALID_VALUE;
  sizes[0] = (long)grid_x * block_x;
  sizes[1] = (long)grid_y * block_y;
  for (ids[1] = 0; ids[1] < sizes[1]; ids[1]++) {
    for (ids[0] = 0; ids[0] < sizes[0]; ids[0]++) {
      ((launcher)function)(parameters);
    }
  }
  return FINE;
}
}
