package io.github.remanence.bench;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A benchmark method with a value for each of its parameters.
 *
 * @param type the class
 * @param method its name, of which there is one in the class
 * @param parameters names and values
 */
record BenchmarkBody(Class<?> type, String method, Map<String, String> parameters) {

  /**
   * Small crossbars in place of large ones; the awkward one stays awkward, and more than a tile.
   */
  private static final Map<String, String> SMALL =
      Map.of("256", "17x13", "1024", "64x65", "1000x1003", "263x1003", "4096", "127x129");

  /** All methods that JMH would run, each with all combinations of its parameters. */
  static List<BenchmarkBody> all() {
    return BenchmarkList.defaultList()
        .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
        .stream()
        .flatMap(BenchmarkBody::combinations)
        .toList();
  }

  private static Stream<BenchmarkBody> combinations(BenchmarkListEntry entry) {
    String name = entry.getUsername();
    Class<?> type = loaded(entry.getUserClassQName());
    String method = name.substring(name.lastIndexOf('.') + 1);
    List<Map<String, String>> combinations = new ArrayList<>(List.of(Map.of()));
    for (Class<?> state : states(type, method(type, method))) {
      for (Field field : parameters(state)) {
        combinations = extended(combinations, field);
      }
    }
    return combinations.stream().map(values -> new BenchmarkBody(type, method, values));
  }

  private static List<Map<String, String>> extended(
      List<Map<String, String>> combinations, Field parameter) {
    List<Map<String, String>> extended = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      for (String value : parameter.getAnnotation(Param.class).value()) {
        Map<String, String> longer = new LinkedHashMap<>(combination);
        longer.put(
            parameter.getName(), parameter.getName().equals("size") ? smaller(value) : value);
        extended.add(longer);
      }
    }
    return extended;
  }

  private static String smaller(String size) {
    String smaller = SMALL.get(size);
    if (smaller == null) {
      throw new AssertionError("no smaller crossbar is known for the size " + size);
    }
    return smaller;
  }

  /** The class itself and the states that its method takes. */
  static List<Class<?>> states(Class<?> type, Method method) {
    List<Class<?>> states = new ArrayList<>(List.of(type));
    states.addAll(List.of(method.getParameterTypes()));
    return states;
  }

  /** The parameters of a state, inherited ones first. */
  static List<Field> parameters(Class<?> state) {
    List<Field> fields = new ArrayList<>();
    if (state.getSuperclass() != null) {
      fields.addAll(parameters(state.getSuperclass()));
    }
    Arrays.stream(state.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Param.class))
        .forEach(fields::add);
    return fields;
  }

  static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH lists a class that is not there", e);
    }
  }

  @Override
  public String toString() {
    return type.getSimpleName() + "." + method + " " + parameters;
  }
}
