package io.github.remanence.bench;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A benchmark body made ready as JMH would: its states have their parameters and are set up. */
final class BenchmarkRun implements AutoCloseable {

  private final Method method;
  private final List<Object> states;

  BenchmarkRun(BenchmarkBody body) {
    method = BenchmarkBody.method(body.type(), body.method());
    states =
        BenchmarkBody.states(body.type(), method).stream()
            .map(state -> made(state, body.parameters()))
            .toList();
    states.forEach(state -> callAll(Setup.class, state));
  }

  /** Runs the body once. */
  void once() {
    call(method, benchmark(), states.subList(1, states.size()).toArray());
  }

  Object benchmark() {
    return states.getFirst();
  }

  String method() {
    return method.getName();
  }

  /** The state of a type; there must be one. */
  <T> T state(Class<T> type) {
    Predicate<Object> wanted = type::isInstance;
    return type.cast(states.stream().filter(wanted).findFirst().orElseThrow());
  }

  @Override
  public void close() {
    states.forEach(state -> callAll(TearDown.class, state));
  }

  private static Object made(Class<?> type, Map<String, String> parameters) {
    try {
      Object state = type.getDeclaredConstructor().newInstance();
      for (Field field : BenchmarkBody.parameters(type)) {
        String value = Objects.requireNonNull(parameters.get(field.getName()), field.getName());
        field.set(state, converted(field.getType(), value));
      }
      return state;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("JMH could not make the state " + type, e);
    }
  }

  private static Object converted(Class<?> type, String value) {
    if (type == int.class) {
      return Integer.valueOf(value);
    }
    return type == double.class ? Double.valueOf(value) : value;
  }

  private static void callAll(Class<? extends Annotation> annotation, Object state) {
    for (Method each : state.getClass().getMethods()) {
      if (each.isAnnotationPresent(annotation)) {
        call(each, state);
      }
    }
  }

  private static void call(Method method, Object target, Object... arguments) {
    try {
      method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("JMH could not call " + method, e);
    }
  }
}
