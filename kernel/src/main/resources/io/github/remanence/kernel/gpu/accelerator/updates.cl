/*
 * Every update on a GPU: the arithmetic of the scalar backend (scalar/DeviceStep, NoisyStep,
 * PulseByPulse), operation by operation and so bit by bit, where the compiler is told to contract
 * nothing and division and square root are correctly rounded.
 *
 * One source for OpenCL C 1.2 and for CUDA C++ (updates.cu sets the few names that differ). All
 * kernels have the same arguments: conductances, and those of a second crossbar; counts; what else
 * belongs to rows; up to six matrices of factors; and a struct that Java fills field by field
 * (gpu/Arguments), in which everything of 8 bytes comes first.
 */
#ifndef __CUDACC__
#pragma OPENCL FP_CONTRACT OFF
#define DEVICE static
#define GLOBAL __global
#define KERNEL __kernel void
#define BITS_OF(x) as_uint(x)
#define FLOAT_OF(x) as_float(x)
#define UNROLLED
#endif

typedef struct {
  long rows, cols;                /* of the rectangle */
  long place, place_stride;       /* of its devices in the whole crossbar */
  long g, g_stride;               /* where its first conductance is, and from row to row */
  long h, h_stride;               /* the same in the second crossbar */
  long counts, counts_stride;     /* the same in the counts, in numbers */
  long extra, extra_stride;       /* the same in what belongs to rows */
  long f0, f0_stride, f1, f1_stride, f2, f2_stride; /* the same in each of the factors */
  long f3, f3_stride, f4, f4_stride, f5, f5_stride;
} shape;

#define OPERANDS                                                                              \
  GLOBAL float *g, GLOBAL float *h, GLOBAL const char *counts, GLOBAL const char *extra,        \
      GLOBAL const ushort *f0, GLOBAL const ushort *f1, GLOBAL const ushort *f2,                \
      GLOBAL const ushort *f3, GLOBAL const ushort *f4, GLOBAL const ushort *f5

/* Some callers can pass a struct by value, others only in memory. */
#ifdef ARGUMENTS_IN_MEMORY
#define ARGUMENTS(type) GLOBAL int *in_memory
#define TAKE_ARGUMENTS(type)                             \
  const type p = *(GLOBAL const type *)in_memory;         \
  if (get_global_id(0) == 0 && get_global_id(1) == 0) {   \
    in_memory[255] = in_memory[254]; /* It has run. */    \
  }
#else
#define ARGUMENTS(type) const type p
#define TAKE_ARGUMENTS(type)
#endif

#define EACH_DEVICE                                                                           \
  for (long row = (long)get_global_id(1); row < p.at.rows; row += (long)get_global_size(1))     \
    for (long col = (long)get_global_id(0); col < p.at.cols; col += (long)get_global_size(0))


#define PLACE(what) (p.at.what + row * p.at.what##_stride + col)

/*
 * The same for what is as fast as memory: several devices at a time, all of them read before the first
 * is written, since a reader that waits for each keeps too few bytes on their way. Takes the place of
 * the device that is read from, and of the one written to; v is what was read.
 */
#define AT_ONCE 4
#define EACH_DEVICE_STREAMED(source, from, target, to, value)                                 \
  long step = (long)get_global_size(0);                                                         \
  for (long row = (long)get_global_id(1); row < p.at.rows; row += (long)get_global_size(1)) {   \
    for (long first = (long)get_global_id(0); first < p.at.cols; first += AT_ONCE * step) {     \
      float read[AT_ONCE];                                                                      \
      UNROLLED for (int k = 0; k < AT_ONCE; k++) {                                              \
        long col = first + k * step;                                                            \
        read[k] = col < p.at.cols ? source[from] : 0.0f;                                        \
      }                                                                                         \
      UNROLLED for (int k = 0; k < AT_ONCE; k++) {                                              \
        long col = first + k * step;                                                            \
        float v = read[k];                                                                      \
        if (col < p.at.cols) {                                                                  \
          target[to] = value;                                                                   \
        }                                                                                       \
      }                                                                                         \
    }                                                                                           \
  }

/* ---- the two functions of step/Exp2 and step/Log2 ---- */

#define ROUND 0x1.8000fep23f
#define MAX_EXPONENT 100.0f
#define INFINITE FLOAT_OF(0x7f800000u)

DEVICE float scale_of(float k) { return FLOAT_OF(BITS_OF(k) << 23); }

DEVICE float minus_one_of(float k, float f) {
  float p = fma(fma(f, 0x1.4308fap-13f, 0x1.5f0878p-10f), fma(f, f, 0x1p-100f), fma(f, 0x1.3b2bap-7f, 0x1.c6af6ep-5f));
  p = fma(fma(p, f, 0x1.ebfbdep-3f), f, 0x1.62e43p-1f);
  float scale = scale_of(k);
  return fma(p, f * scale, scale - 1.0f);
}

/* 2^y - 1 */
DEVICE float exp2_minus_one(float y) {
  float k = y + ROUND;
  return minus_one_of(k, y + (ROUND - k));
}

/* 2^y */
DEVICE float power_of_two(float y) {
  float k = y + ROUND;
  float part = minus_one_of(ROUND, y + (ROUND - k));
  float scale = scale_of(k);
  return fma(part, scale, scale);
}

/* log2(w + rest) */
DEVICE float log2_of(float w, float rest) {
  uint bits = BITS_OF(w);
  int e = (int)(bits - 0x3f3504f3u) >> 23;
  uint shift = (uint)e << 23;
  float m = FLOAT_OF(bits - shift) - 1.0f;
  float h = fma(rest, FLOAT_OF(0x3f800000u - shift), m);
  float p = fma(h, -0x1.c25a64p-4f, 0x1.7d495ap-3f);
  p = fma(p, h, -0x1.874bf4p-3f);
  p = fma(p, h, 0x1.a305a6p-3f);
  p = fma(p, h, -0x1.eabc86p-3f);
  p = fma(p, h, 0x1.277e36p-2f);
  p = fma(p, h, -0x1.715a76p-2f);
  p = fma(p, h, 0x1.ec7096p-2f);
  p = fma(p, h, -0x1.71547p-1f);
  p = fma(p, h, 0x1.715476p0f);
  return fma(p, h, (float)e);
}

/* ---- random numbers: random/Philox, Draws, NormalQuantile ---- */

typedef struct { uint key0, key1, rest0, rest1; } draws;
typedef struct { uint w0, w1, w2, w3; } words;

DEVICE words philox(ulong counter, draws d) {
  uint c0 = (uint)counter, c1 = (uint)(counter >> 32), c2 = d.rest0, c3 = d.rest1;
  uint k0 = d.key0, k1 = d.key1;
  for (int round = 0; round < 10; round++) {
    uint high0 = mul_hi(0xD2511F53u, c0), low0 = 0xD2511F53u * c0;
    uint high1 = mul_hi(0xCD9E8D57u, c2), low1 = 0xCD9E8D57u * c2;
    c0 = high1 ^ c1 ^ k0;
    c2 = high0 ^ c3 ^ k1;
    c1 = low1;
    c3 = low0;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  words w = {c0, c1, c2, c3};
  return w;
}

DEVICE draws branch_of(draws d, uint number) {
  words w = philox(0x8000000000000000ul | number, d);
  draws branch = {w.w0, w.w1, w.w2, w.w3};
  return branch;
}

DEVICE int word_of(draws d, long device) {
  ulong place = (ulong)device;
  words w = philox(((place >> 5) << 3) | ((place >> 1) & 7), d);
  uint first = (place & 16) ? w.w2 : w.w0;
  uint second = (place & 16) ? w.w3 : w.w1;
  return (int)((place & 1) ? second : first);
}

DEVICE float log2_of_tail(float from_end) {
  float q = fma(from_end, 0x1p-31f, 0x1p-32f);
  float a = q * (2.0f - q);
  uint bits = BITS_OF(a);
  int e = (int)(bits - 0x3f3504f3u) >> 23;
  float h = FLOAT_OF(bits - ((uint)e << 23)) - 1.0f;
  float h2 = h * h;
  float p = fma(
      fma(fma(h, 0x1.5d7586p-3f, -0x1.173e1ep-2f), h2, fma(h, 0x1.30659cp-2f, -0x1.6f93b2p-2f)),
      h2,
      fma(h, 0x1.ebff06p-2f, -0x1.71582ep-1f));
  return fma(fma(p, h, 0x1.7154c4p0f), h, (float)e);
}

/* The normal number of a device. */
DEVICE float normal_of(draws d, long device) {
  int word = word_of(d, device);
  int t = word ^ (word >> 31);
  float x = fma((float)t, 0x1p-31f, 0x1p-32f);
  float v = log2_of_tail((float)(t ^ 0x7fffffff));
  float v2 = v * v;
  float above = fma(
      fma(fma(v, -0x1.3a7d0ap-18f, 0x1.e3c7bep-13f), v2, fma(v, -0x1.03298cp-8f, 0x1.618c96p-5f)),
      v2,
      fma(v, -0x1.411894p-2f, 0x1.40d934p0f));
  float below = fma(
      fma(fma(v, -0x1.5a80e6p-23f, 0x1.48c33cp-15f), v2, fma(v, -0x1.8e05c2p-11f, 0x1.012c04p-6f)),
      v2,
      fma(v, -0x1.1983ecp-4f, 1.0f));
  float z = x * above / below;
  return word < 0 ? -z : z;
}

/* ---- one device: scalar/DeviceStep ---- */

typedef struct { float rate, rate_tail, max_pulses, asymptote, asymptote_tail, slope; } polarity;
typedef struct { polarity up, down; float dead_zone, min, max; int is_linear; } pulse_step;

DEVICE float into(float g, float min, float max) {
  float below = g > max ? max : g;
  return below <= min ? min : below;
}

DEVICE float approach(pulse_step s, polarity y, float pulses) {
  float a = pulses > y.max_pulses ? y.max_pulses : pulses;
  if (s.is_linear) {
    return a * y.slope;
  }
  float k = fma(a, y.rate, ROUND);
  float f = fma(a, y.rate, ROUND - k);
  return minus_one_of(k, fma(a, y.rate_tail, f));
}

DEVICE float approached(polarity y, float e, float g) {
  return fma(e, (g - y.asymptote) - y.asymptote_tail, g);
}

DEVICE float approached_on(float min, float max, float reach, int depresses, float e, float g) {
  return fma(e, fma(max - min, reach, g - (depresses ? min : max)), g);
}

DEVICE float pulsed_device(pulse_step s, float n, float g) {
  float pulses = fabs(n);
  polarity y = n < 0 ? s.down : s.up;
  float e = approach(s, y, pulses);
  float moved = pulses < s.dead_zone ? g : approached(y, e, g);
  return fma(pulses, -0.0f, fma(g, 0.0f, into(moved, s.min, s.max)));
}

/* ---- devices that differ: step/VariedDevice ---- */

typedef struct { float pulses, depression_pulses, nu, depression_nu, min, max; } own;
typedef struct {
  pulse_step common;
  float log_up, log_down;
  int has_pulses, has_nu, has_window; /* which factors there are */
  int by_polarity;                    /* whether those of depression are others */
} varied_step;

/* A float16 that is finite: its bits moved into those of a float, which has 2^112 times the bias. */
DEVICE float half_of(ushort bits) {
  float magnitude = FLOAT_OF((uint)(bits & 0x7fff) << 13) * 0x1p112f;
  return (bits & 0x8000) ? -magnitude : magnitude;
}

#define FACTOR(number) half_of(f##number[PLACE(f##number)])

#define OWN_FACTORS(v, factors)                                     \
  own factors = {1.0f, 1.0f, 1.0f, 1.0f, 1.0f, 1.0f};                \
  if ((v).has_pulses) {                                              \
    factors.pulses = FACTOR(0);                                      \
    factors.depression_pulses = FACTOR(1);                           \
  }                                                                  \
  if ((v).has_nu) {                                                  \
    factors.nu = FACTOR(2);                                          \
    factors.depression_nu = FACTOR(3);                               \
  }                                                                  \
  if ((v).has_window) {                                              \
    factors.min = FACTOR(4);                                         \
    factors.max = FACTOR(5);                                         \
  }

DEVICE float on_pulses(own f, float n) { return n < 0 ? f.depression_pulses : f.pulses; }

DEVICE float on_nu(varied_step v, own f, float n) {
  return v.by_polarity && n < 0 ? f.depression_nu : f.nu;
}

DEVICE float reach_of(varied_step v, int depresses, float nu) {
  float y = (depresses ? v.log_down : v.log_up) * nu;
  return (depresses ? 1.0f : -1.0f) / exp2_minus_one(y > MAX_EXPONENT ? MAX_EXPONENT : y);
}

DEVICE float varied_device(varied_step v, own f, float n, float g) {
  if (!v.has_nu && !v.has_window) {
    return pulsed_device(v.common, n * on_pulses(f, n), g);
  }
  float pulses = fabs(n) * on_pulses(f, n);
  float nu = on_nu(v, f, n);
  float felt = pulses < v.common.dead_zone ? 0.0f : pulses * nu;
  int depresses = n < 0 && felt > 0;
  float e = approach(v.common, depresses ? v.common.down : v.common.up, felt);
  float min = v.common.min * f.min;
  float max = v.common.max * f.max;
  float reach = reach_of(v, depresses, nu);
  float moved = felt != 0 ? approached_on(min, max, reach, depresses, e, g) : g;
  return fma(felt, -0.0f, fma(g, 0.0f, into(moved, min, max)));
}

/* ---- noise of cycles: scalar/NoisyStep, step/NoisyDevice, step/NoiseLaw ---- */

enum { NOT_NOISY, PER_STEP, RANGE_SQRT_N, RANGE };
enum { NOT_ROUNDED, TO_NEAREST, BY_CHANCE };

#define MOST_SINGLE 1024
#define MOST_LOG 40.0f

typedef struct {
  varied_step device;
  int law;
  float sigma, law_up, law_down;
  int pulse_by_pulse;
  int rounding;
  draws noise, chance;
  float skipped, most;
} noisy_step;

DEVICE float rounded(noisy_step s, long place, float n) {
  if (s.rounding == NOT_ROUNDED || !(fabs(n) < 0x1p22f)) {
    return n;
  }
  float near = s.rounding == TO_NEAREST ? n : (float)word_of(s.chance, place) * 0x1p-32f + n;
  return near + 0x1.8p23f - 0x1.8p23f;
}

DEVICE float root_of(float square) { return sqrt(square > 0 ? square : 0.0f); }

DEVICE float relaxation_of(noisy_step s, polarity y, int depresses, float nu) {
  if (!s.device.has_nu) {
    return depresses ? s.law_down : s.law_up;
  }
  float exponent = 2.0f * y.rate * nu;
  return s.sigma * s.sigma / exp2_minus_one(exponent < -MAX_EXPONENT ? -MAX_EXPONENT : exponent);
}

DEVICE float growth_of(noisy_step s, polarity y, int depresses, float nu) {
  if (!s.device.has_nu) {
    return depresses ? s.law_down : s.law_up;
  }
  float exponent = -y.rate * nu;
  float step = s.sigma * exp2_minus_one(exponent > MOST_LOG ? MOST_LOG : exponent);
  float square = step * step;
  float w = square + 1.0f;
  return log2_of(w, square - (w - 1.0f)) / nu;
}

DEVICE float deviation_of(noisy_step s, polarity y, int depresses, float felt, float nu, float e) {
  if (s.law == RANGE) {
    return s.sigma;
  }
  if (s.law == RANGE_SQRT_N) {
    return root_of(relaxation_of(s, y, depresses, nu) * (e * (e + 2.0f)));
  }
  float exponent = felt * growth_of(s, y, depresses, nu);
  return (e + 1.0f) * root_of(exp2_minus_one(exponent > MAX_EXPONENT ? MAX_EXPONENT : exponent));
}

/* A part of the n pulses of a device, which are rounded already. */
DEVICE float noisy_part(noisy_step s, draws noise, float skipped, float most, own f, long place, float n, float g) {
  pulse_step common = s.device.common;
  float all = fabs(n) < common.dead_zone ? 0.0f : fabs(n);
  float rest = all - skipped;
  rest = rest < 0 ? 0.0f : rest;
  float pulses = rest > most ? most : rest;
  float nu = on_nu(s.device, f, n);
  float felt = pulses * nu;
  int depresses = n < 0 && felt > 0;
  polarity y = depresses ? common.down : common.up;
  float e = approach(common, y, felt);
  float part = s.law == NOT_NOISY
      ? 0.0f
      : deviation_of(s, y, depresses, felt, nu, e) * normal_of(noise, place);
  int of_range = s.law == RANGE || s.law == RANGE_SQRT_N;
  float moves = of_range ? e : e + part;
  float min = common.min * f.min;
  float max = common.max * f.max;
  float moved = s.device.has_nu || s.device.has_window
      ? approached_on(min, max, reach_of(s.device, depresses, nu), depresses, moves, g)
      : approached(y, moves, g);
  moved = of_range ? fma(part, max - min, moved) : moved;
  return fma(felt, -0.0f, fma(g, 0.0f, into(felt != 0 ? moved : g, min, max)));
}

DEVICE float noisy_device(noisy_step s, own f, long place, float count, float g) {
  float given = rounded(s, place, count);
  float n = given * on_pulses(f, given);
  if (!s.pulse_by_pulse) {
    return noisy_part(s, s.noise, s.skipped, s.most, f, place, n, g);
  }
  float passes = ceil(fabs(n));
  int last = passes < MOST_SINGLE ? (int)passes : MOST_SINGLE; /* NaN takes them all. */
  float moved = g;
  for (int pulse = 0; pulse == 0 || pulse < last; pulse++) {
    float most = pulse + 1 < MOST_SINGLE ? 1.0f : INFINITE;
    moved = noisy_part(s, branch_of(s.noise, pulse), (float)pulse, most, f, place, n, moved);
  }
  return moved;
}

/* ---- other families: scalar/PulseByPulse, step/ResponseStep ---- */

enum { EXPONENTIAL, EXPONENTIAL_STEP, POWER_STEP };

#define PAST_THE_END (1.0f + 0x1p-16f)

typedef struct { float dead_zone, start, scale, range, first, change, rate, max_pulses; } side;
typedef struct {
  side up, down;
  float min, max;
  int family;
  int has_pulses, has_nu, has_window; /* factors, of which only those on pulses can be there */
} response_step;

DEVICE float power_step(side s, float progress) {
  float room = 1.0f - progress;
  float exponent = log2_of(room > 0 ? room : 1.0f, 0.0f) * s.rate;
  float y = exponent < -MAX_EXPONENT ? -MAX_EXPONENT : exponent;
  return room > 0 ? s.first * power_of_two(y) : 0.0f;
}

DEVICE float exponential_step(side s, float progress) {
  float step = fma(s.change, power_of_two(progress * s.rate), s.first);
  return progress > PAST_THE_END ? 0.0f : step;
}

DEVICE float pulse_by_pulse(int family, side s, float progress, float pulses) {
  float left = pulses;
  float distance = 0.0f;
  while (left > 0) {
    float part = left < 1 ? left : 1.0f;
    float at = progress + distance;
    float step = family == POWER_STEP ? power_step(s, at) : exponential_step(s, at);
    float further = fma(part, step > 0 ? step : 0.0f, distance);
    if (further == distance) {
      break;
    }
    distance = further;
    left -= part;
  }
  return distance;
}

DEVICE float responding_device(response_step r, float n, float g) {
  side s = n < 0 ? r.down : r.up;
  float pulses = fabs(n);
  float felt = pulses < s.dead_zone ? 0.0f : pulses;
  float given = felt > s.max_pulses ? s.max_pulses : felt;
  float inside = into(g, r.min, r.max);
  float progress = (inside - s.start) * s.scale;
  float distance = r.family == EXPONENTIAL
      ? exp2_minus_one(given * s.rate) * (progress - s.first)
      : pulse_by_pulse(r.family, s, progress, felt < INFINITE ? given : 0.0f);
  float moved = into(fma(s.range, distance, inside), r.min, r.max);
  float end = n < 0 ? r.min : r.max;
  moved = progress + distance >= 1 ? end : moved;
  return fma(felt, -0.0f, fma(g, 0.0f, felt != 0 ? moved : inside));
}

/* ---- updates with pulses of each device's own ---- */

enum { COUNTS, PRODUCTS, SUM_OF_PRODUCTS };

typedef struct {
  int kind;      /* of where pulses come from */
  int is_int8;   /* whether counts are bytes, or floats */
  float scale;   /* pulses in a count of 1 */
  int batch;     /* products of a row's number and a column's, one after another */
} source;

DEVICE float count_at(GLOBAL const char *counts, int is_int8, long i) {
  return is_int8 ? (float)counts[i] : ((GLOBAL const float *)counts)[i];
}

DEVICE float sum_of_products(GLOBAL const char *rows, GLOBAL const char *cols, shape at, int batch, long row, long col) {
  GLOBAL const float *x = (GLOBAL const float *)rows + at.extra + row;
  GLOBAL const float *d = (GLOBAL const float *)cols + at.counts + col;
  float sum = 0.0f;
  for (int b = 0; b < batch; b++) {
    sum = fma(x[b * at.extra_stride], d[b * at.counts_stride], sum);
  }
  return sum;
}

#define UPDATE(device)                                                                        \
  long i = PLACE(g);                                                                            \
  float v = g[i];                                                                               \
  if (p.from.kind == PRODUCTS) {                                                                \
    for (int b = 0; b < p.from.batch; b++) {                                                    \
      char x = extra[p.at.extra + b * p.at.extra_stride + row];                                 \
      if (x != 0 || b == 0) {                                                                   \
        float n = (float)x * counts[p.at.counts + b * p.at.counts_stride + col];                \
        v = device;                                                                             \
      }                                                                                         \
    }                                                                                           \
  } else {                                                                                      \
    float n = p.from.scale * (p.from.kind == COUNTS                                             \
        ? count_at(counts, p.from.is_int8, PLACE(counts))                                       \
        : sum_of_products(extra, counts, p.at, p.from.batch, row, col));                        \
    v = device;                                                                                 \
  }                                                                                             \
  g[i] = v

typedef struct { shape at; source from; pulse_step step; } counted_arguments;

KERNEL counted(OPERANDS, ARGUMENTS(counted_arguments)) {
  TAKE_ARGUMENTS(counted_arguments);
  EACH_DEVICE {
    UPDATE(pulsed_device(p.step, n, v));
  }
}

typedef struct { shape at; source from; varied_step step; } varied_arguments;

KERNEL varied(OPERANDS, ARGUMENTS(varied_arguments)) {
  TAKE_ARGUMENTS(varied_arguments);
  EACH_DEVICE {
    OWN_FACTORS(p.step, f);
    UPDATE(varied_device(p.step, f, n, v));
  }
}

typedef struct { shape at; source from; noisy_step step; } noisy_arguments;

KERNEL noisy(OPERANDS, ARGUMENTS(noisy_arguments)) {
  TAKE_ARGUMENTS(noisy_arguments);
  EACH_DEVICE {
    OWN_FACTORS(p.step.device, f);
    long place = PLACE(place);
    UPDATE(noisy_device(p.step, f, place, n, v));
  }
}

typedef struct { shape at; source from; response_step step; } responded_arguments;

KERNEL responded(OPERANDS, ARGUMENTS(responded_arguments)) {
  TAKE_ARGUMENTS(responded_arguments);
  EACH_DEVICE {
    OWN_FACTORS(p.step, f);
    UPDATE(responding_device(p.step, n * on_pulses(f, n), v));
  }
}

typedef struct { shape at; pulse_step step; } tabulated_arguments;

/* step/CountTable: the approach of each int8 count, in extra. */
KERNEL tabulated(OPERANDS, ARGUMENTS(tabulated_arguments)) {
  TAKE_ARGUMENTS(tabulated_arguments);
  GLOBAL const float *approaches = (GLOBAL const float *)extra;
  EACH_DEVICE {
    long i = PLACE(g);
    char n = counts[PLACE(counts)];
    float v = g[i];
    float e = approaches[n & 255];
    float moved = n != 0 ? approached(n < 0 ? p.step.down : p.step.up, e, v) : v;
    g[i] = fma(v, 0.0f, into(moved, p.step.min, p.step.max));
  }
}

/* ---- all devices alike ---- */

typedef struct { shape at; float slope, anchor, offset, min, max; } uniform_arguments;

DEVICE float uniform_device(uniform_arguments p, float g) {
  float moved = fma(p.slope, g - p.anchor, p.offset) + g;
  return fma(g, 0.0f, into(moved, p.min, p.max));
}

KERNEL uniformly(OPERANDS, ARGUMENTS(uniform_arguments)) {
  TAKE_ARGUMENTS(uniform_arguments);
  EACH_DEVICE_STREAMED(g, PLACE(g), g, PLACE(g), uniform_device(p, v));
}

typedef struct {
  shape at;
  float old_min, old_max, curvature, floor, exponent, amplitude, new_min, new_max;
} field_arguments;

KERNEL field_changed(OPERANDS, ARGUMENTS(field_arguments)) {
  TAKE_ARGUMENTS(field_arguments);
  EACH_DEVICE {
    long i = PLACE(g);
    float v = fma(g[i], 0.0f, into(g[i], p.old_min, p.old_max));
    float z = p.curvature * (p.old_max - v);
    float w = 1.0f - z;
    float rest = (1.0f - w) - z;
    int near_bottom = z > 0.5f;
    float from_bottom = fma(p.curvature, v - p.old_min, p.floor);
    float y = log2_of(near_bottom ? from_bottom : w, near_bottom ? 0.0f : rest) * p.exponent;
    y = into(y, -MAX_EXPONENT, MAX_EXPONENT);
    g[i] = into(fma(exp2_minus_one(y), p.amplitude, p.new_max), p.new_min, p.new_max);
  }
}

/* ---- pairs: scalar/ScalarKernel.pairs; minus devices in h, their factors in f1 ---- */

typedef struct {
  shape at;
  float scale;
  int is_int8, has_factors;
  pulse_step step;
} pair_arguments;

DEVICE float mirrored(pulse_step s, float g) {
  float up = s.min + (s.max - g);
  return up > s.max ? s.max : up;
}

KERNEL paired(OPERANDS, ARGUMENTS(pair_arguments)) {
  TAKE_ARGUMENTS(pair_arguments);
  EACH_DEVICE {
    long i = PLACE(g), j = PLACE(h);
    float n = p.scale * count_at(counts, p.is_int8, PLACE(counts));
    float factor = 1.0f;
    if (p.has_factors) {
      factor = n > 0 ? FACTOR(1) : FACTOR(0);
    }
    float felt = n * factor;
    float plus = pulsed_device(p.step, felt > 0 ? 0.0f : felt, g[i]);
    float minus = pulsed_device(p.step, felt > 0 ? felt : 0.0f, h[j]);
    int minus_at_end = minus <= p.step.min && plus >= p.step.min;
    float plus1 = minus_at_end ? p.step.max : plus;
    float minus1 = minus_at_end ? mirrored(p.step, plus) : minus;
    int plus_at_end = plus1 <= p.step.min && minus1 >= p.step.min;
    g[i] = plus_at_end ? mirrored(p.step, minus1) : plus1;
    h[j] = plus_at_end ? p.step.max : minus1;
  }
}

/* ---- without pulses: NoisyStep.relaxed, step/WriteNoiseStep; sources in h ---- */

enum { NO_NUMBER, NORMAL_NUMBER, EVEN_NUMBER };

typedef struct {
  float change, rest, spread, min, max;
  int number, has_factors;
  draws of_number;
} relaxation;

typedef struct { shape at; relaxation step; } relaxation_arguments;

DEVICE float relaxed_device(relaxation s, long place, int is_stuck, float g) {
  float moved = fma(s.change, g - s.rest, g);
  if (s.number == NORMAL_NUMBER) {
    moved = fma(normal_of(s.of_number, place), s.spread, moved);
  } else if (s.number == EVEN_NUMBER) {
    moved = fma((float)word_of(s.of_number, place) * 0x1p-32f, s.spread, moved);
  }
  return fma(g, 0.0f, into(is_stuck ? g : moved, s.min, s.max));
}

KERNEL relaxed(OPERANDS, ARGUMENTS(relaxation_arguments)) {
  TAKE_ARGUMENTS(relaxation_arguments);
  EACH_DEVICE {
    long place = PLACE(place);
    int is_stuck = p.step.has_factors && FACTOR(0) == 0;
    g[PLACE(g)] = relaxed_device(p.step, place, is_stuck, h[PLACE(h)]);
  }
}

/* What shows of the devices in h is drawn anew where they are not as they were, in counts. */
KERNEL shown(OPERANDS, ARGUMENTS(relaxation_arguments)) {
  TAKE_ARGUMENTS(relaxation_arguments);
  GLOBAL const float *before = (GLOBAL const float *)counts;
  EACH_DEVICE {
    float after = h[PLACE(h)];
    if (BITS_OF(after) != BITS_OF(before[PLACE(counts)])) {
      long place = PLACE(place);
      g[PLACE(g)] = relaxed_device(p.step, place, 0, after);
    }
  }
}

typedef struct { shape at; } copy_arguments;

/* What is in h, to g. */
KERNEL copied(OPERANDS, ARGUMENTS(copy_arguments)) {
  TAKE_ARGUMENTS(copy_arguments);
  EACH_DEVICE_STREAMED(h, PLACE(h), g, PLACE(g), v);
}
