package io.github.remanence.cli.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a screen reader is given of an element, and of those in it.
 *
 * @param role such as table, columnheader or button
 * @param name what is read for it
 * @param children without those that are not read
 */
public record AccessibleNode(String role, String name, List<AccessibleNode> children) {

  /** From the nodes of DevTools, of which the first is the root. */
  static AccessibleNode of(JsonNode nodes) {
    Map<String, JsonNode> byId = new HashMap<>();
    nodes.forEach(node -> byId.put(node.get("nodeId").asString(), node));
    return read(nodes.get(0), byId).findFirst().orElseThrow();
  }

  /** A node that is not read gives way to its children. */
  private static Stream<AccessibleNode> read(JsonNode node, Map<String, JsonNode> byId) {
    List<AccessibleNode> children =
        StreamSupport.stream(node.path("childIds").spliterator(), false)
            .flatMap(id -> Stream.ofNullable(byId.get(id.asString())))
            .flatMap(child -> read(child, byId))
            .toList();
    return node.get("ignored").asBoolean()
        ? children.stream()
        : Stream.of(
            new AccessibleNode(
                node.at("/role/value").asString(), node.at("/name/value").asString(""), children));
  }

  /** All of a role in here. */
  public List<AccessibleNode> all(String wanted) {
    return all().filter(node -> node.role.equals(wanted)).toList();
  }

  private Stream<AccessibleNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(AccessibleNode::all));
  }
}
