package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How exact is a function of the kernel? Each row goes from its argument away from zero to where
 * the next row begins.
 *
 * @param function what is measured
 * @param coverage at which arguments
 */
record ByArgument(KernelFunction function, Coverage coverage) implements Question {

  @Override
  public String title() {
    return "Accuracy of %s over %s"
        .formatted(function.formula(), coverage.of("float " + function.argument()));
  }

  @Override
  public Table answer() {
    return new Table(
        function.name(),
        title(),
        function.bound(),
        List.of(
            function.argument() + " from",
            "floats",
            "max ulp",
            "max relative",
            "worst at",
            "share"),
        function.ranges().stream().map(this::row).toList());
  }

  private Row row(FloatRange range) {
    FunctionErrors errors = errors(range);
    return Row.of(
        List.of(
            range.from(),
            errors.arguments(),
            errors.maxUlps(),
            errors.maxRelative(),
            (float) errors.worst()),
        errors.maxShare());
  }

  /** In parallel: there are up to a thousand million. */
  private FunctionErrors errors(FloatRange range) {
    int stride = coverage.stride();
    return IntStream.range(0, Math.ceilDiv(range.size(), stride))
        .parallel()
        .collect(
            () -> new FunctionErrors(function.bound()),
            (errors, i) -> measure(range.get(i * stride), errors),
            FunctionErrors::add);
  }

  private void measure(float argument, FunctionErrors errors) {
    errors.add(
        argument, function.computed().of(argument), function.exact().applyAsDouble(argument));
  }
}
