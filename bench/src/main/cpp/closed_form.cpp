// The loops that an expert in C++ writes in an afternoon: n pulses in closed form, a plain loop over the devices, and the
// compiler makes vectors and threads of it.
//
//   g' = gInf + (g - gInf) exp(|n| l)        gInf the asymptote of a polarity, l = -nu / P its log rate
//
// Built with -O3 -march=native -ffast-math -fopenmp, see CppCompiler. What g++ 12 makes of it for AVX-512, as -fopt-info-vec
// and the assembly say: each loop becomes vectors of 64 bytes, expf the one of libmvec with 16 lanes, every choice a blend,
// and no load or store is masked. It does so because of the forms that have a comment.
#include <cmath>
#include <cstddef>
#include <cstdint>

// An omp_set_num_threads would last for the calling thread only, and JMH is free to set up on another one.
#define EACH_DEVICE _Pragma("omp parallel for simd schedule(static) num_threads(threads)")

// The asymptote and the log rate of each polarity; a pulse's step if depression is linear; the window.
struct Device {
  float up, upRate, down, downRate, step, lo, hi;
};

static inline float clip(float g, const Device &device) {
  g = g < device.lo ? device.lo : g;
  return g > device.hi ? device.hi : g;
}

// One exponential serves both polarities, as only one of the two exponents is below 0. Choosing between the results and not
// between the parameters keeps the loads of those unconditional: g++ masks `n > 0 ? up[i] : down[i]`, and the loop over
// arrays of parameters then took 3 times as long from memory.
static inline float pulsed(float g, float n, float up, float upRate, float down, float downRate) {
  float e = expf(fminf(n * upRate, -n * downRate));
  float potentiated = up + (g - up) * e;
  float depressed = down + (g - down) * e;
  return n > 0 ? potentiated : depressed;
}

// lowbias32, about as good a hash as two multiplications make (C. Wellons, hash-prospector).
static inline uint32_t hashed(uint32_t x) {
  x = (x ^ x >> 16) * 0x7feb352d;
  x = (x ^ x >> 15) * 0x846ca68b;
  return x ^ x >> 16;
}

// A normal number of a device, by Box and Muller; the second number that they make would be its neighbour's. 24 bits of a
// hash are what a float holds, and taken as signed they have an instruction.
static inline float normal(uint32_t device, uint32_t seed) {
  uint32_t first = hashed(device + seed);
  uint32_t second = hashed(first ^ 0x9e3779b9);
  float u1 = (int(first >> 8) + 0.5f) * 0x1p-24f;
  float u2 = int(second >> 8) * 0x1p-24f;
  return sqrtf(-2 * logf(u1)) * cosf(6.2831853f * u2);
}

// Moves a pair whose one device is at the end of its curve back to the start; w2 - w1 stays, up to its rounding.
static inline void refresh(float &w1, float &w2, const Device &device) {
  if (w1 <= device.lo) {
    w1 = device.lo + (device.hi - w2);
    w2 = device.hi;
  }
  if (w2 <= device.lo) {
    w2 = device.lo + (device.hi - w1);
    w1 = device.hi;
  }
}

extern "C" {

void update_int8(float *__restrict g, const int8_t *__restrict n, ptrdiff_t devices, const Device *model, int threads) {
  const Device device = *model;
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < devices; i++) {
    float moved = pulsed(g[i], n[i], device.up, device.upRate, device.down, device.downRate);
    g[i] = clip(moved, device);
  }
}

void update_float32(float *__restrict g, const float *__restrict gradient, ptrdiff_t devices, float rate, float deadZone,
                    const Device *model, int threads) {
  const Device device = *model;
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < devices; i++) {
    float n = rate * gradient[i];
    float moved = pulsed(g[i], n, device.up, device.upRate, device.down, device.downRate);
    // Not n = 0 in the dead zone: from that g++ makes two loop bodies with an exponential each.
    g[i] = clip(fabsf(n) < deadZone ? g[i] : moved, device);
  }
}

void update_factors(float *__restrict g, const int8_t *__restrict n, ptrdiff_t devices, const float *__restrict up,
                    const float *__restrict upRate, const float *__restrict down, const float *__restrict downRate,
                    const Device *model, int threads) {
  const Device device = *model;
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < devices; i++) {
    g[i] = clip(pulsed(g[i], n[i], up[i], upRate[i], down[i], downRate[i]), device);
  }
}

// Every update counts itself, and so has numbers of its own.
void update_noise(float *__restrict g, const int8_t *__restrict n, ptrdiff_t devices, const float *__restrict up,
                  const float *__restrict upRate, const float *__restrict down, const float *__restrict downRate,
                  float sigma, int32_t *updates, const Device *model, int threads) {
  const Device device = *model;
  const uint32_t seed = hashed((*updates)++);
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < devices; i++) {
    float moved = pulsed(g[i], n[i], up[i], upRate[i], down[i], downRate[i]);
    float noise = sigma * sqrtf(fabsf(n[i])) * normal(uint32_t(i), seed);
    g[i] = clip(moved + noise, device);
  }
}

// Of the two counts one is never above 0. The larger is the count of the device that moves, so one exponential is enough.
void update_pair_exponential(float *__restrict w1, float *__restrict w2, const float *__restrict d,
                             const float *__restrict v1, const float *__restrict v2, ptrdiff_t pairs, float rate,
                             float deadZone, const Device *model, int threads) {
  const Device device = *model;
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < pairs; i++) {
    float n = fmaxf(-rate * d[i] * v1[i], rate * d[i] * v2[i]);
    float e = expf((n < deadZone ? 0 : n) * device.downRate);
    float a = d[i] < 0 ? clip(device.down + (w1[i] - device.down) * e, device) : w1[i];
    float b = d[i] < 0 ? w2[i] : clip(device.down + (w2[i] - device.down) * e, device);
    refresh(a, b, device);
    w1[i] = a;
    w2[i] = b;
  }
}

void update_pair_linear(float *__restrict w1, float *__restrict w2, const float *__restrict d,
                        const float *__restrict v1, const float *__restrict v2, ptrdiff_t pairs, float rate,
                        float deadZone, const Device *model, int threads) {
  const Device device = *model;
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < pairs; i++) {
    float n1 = -rate * d[i] * v1[i];
    float n2 = rate * d[i] * v2[i];
    float a = clip(w1[i] - (n1 < deadZone ? 0 : n1) * device.step, device);
    float b = clip(w2[i] - (n2 < deadZone ? 0 : n2) * device.step, device);
    refresh(a, b, device);
    w1[i] = a;
    w2[i] = b;
  }
}

// The rule of a pair as it reads, one device after the other, with an `if` for each and its own exponential.
void update_pair_as_written(float *__restrict w1, float *__restrict w2, const float *__restrict d,
                            const float *__restrict v1, const float *__restrict v2, ptrdiff_t pairs, float rate,
                            float deadZone, const Device *model, int threads) {
  const Device device = *model;
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < pairs; i++) {
    float n1 = -rate * d[i] * v1[i];
    float n2 = rate * d[i] * v2[i];
    float a = w1[i];
    float b = w2[i];
    if (n1 >= deadZone) a = device.down + (a - device.down) * expf(n1 * device.downRate);
    if (n2 >= deadZone) b = device.down + (b - device.down) * expf(n2 * device.downRate);
    a = clip(a, device);
    b = clip(b, device);
    refresh(a, b, device);
    w1[i] = a;
    w2[i] = b;
  }
}

void update_pair_as_written_linear(float *__restrict w1, float *__restrict w2, const float *__restrict d,
                                   const float *__restrict v1, const float *__restrict v2, ptrdiff_t pairs, float rate,
                                   float deadZone, const Device *model, int threads) {
  const Device device = *model;
  EACH_DEVICE
  for (ptrdiff_t i = 0; i < pairs; i++) {
    float n1 = -rate * d[i] * v1[i];
    float n2 = rate * d[i] * v2[i];
    float a = w1[i];
    float b = w2[i];
    if (n1 >= deadZone) a -= n1 * device.step;
    if (n2 >= deadZone) b -= n2 * device.step;
    a = clip(a, device);
    b = clip(b, device);
    refresh(a, b, device);
    w1[i] = a;
    w2[i] = b;
  }
}

}  // extern "C"
