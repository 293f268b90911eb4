/**
 * Many benchmarks as one study: JMH measures, this says what, in which order, and keeps what came
 * of it.
 *
 * <p>Read {@link io.github.remanence.bench.study.Study} first: rounds of {@link
 * io.github.remanence.bench.study.Row}s, one fork each, until a {@link
 * io.github.remanence.bench.study.StoppingRule} has enough. {@link
 * io.github.remanence.bench.study.Preset} names the rows, {@link
 * io.github.remanence.bench.study.Results} is what JMH said of them, in JMH's own form, and {@link
 * io.github.remanence.bench.study.Roofline} puts each beside the ceilings of the same study, and
 * {@link io.github.remanence.bench.study.CeilingCheck} says where those cannot be ones.
 *
 * <p>Decision (2026-11): forks of one row are spread over the study, not made one after another, so
 * that the spread between them holds what the machine does meanwhile.
 */
package io.github.remanence.bench.study;
