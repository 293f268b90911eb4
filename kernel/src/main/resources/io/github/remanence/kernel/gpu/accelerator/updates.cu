/*
 * updates.cl for CUDA: the names that differ. What is compiled from it, updates.ptx, lies beside it;
 * kernel/ptx.sh is the command.
 */
typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;

#define DEVICE static __device__ __forceinline__
#define GLOBAL
#define KERNEL extern "C" __global__ void
#define BITS_OF(x) ((uint)__float_as_int(x))
#define FLOAT_OF(x) __int_as_float((int)(x))
#define mul_hi __umulhi
#define UNROLLED _Pragma("unroll")

static __device__ __forceinline__ long get_global_id(int dimension) {
  return dimension == 0
      ? blockIdx.x * (long)blockDim.x + threadIdx.x
      : blockIdx.y * (long)blockDim.y + threadIdx.y;
}

static __device__ __forceinline__ long get_global_size(int dimension) {
  return dimension == 0 ? gridDim.x * (long)blockDim.x : gridDim.y * (long)blockDim.y;
}

#include "updates.cl"
