package io.github.remanence.bench.study;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of one fork.
 *
 * @param result the element of JMH's JSON; none where the benchmark failed
 * @param said what a profiler prints, or why there is no result
 */
public record Fork(Optional<ObjectNode> result, String said) {}
