package io.github.remanence.cli.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions to the page that a browser shows, by its DevTools protocol, one after another. */
final class DevTools implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String PORT = "DevToolsActivePort";
  private static final int SECONDS = 60;

  private final HttpClient client;
  private final WebSocket socket;
  private final BlockingQueue<String> answers;
  private int calls;

  private DevTools(HttpClient client, WebSocket socket, BlockingQueue<String> answers) {
    this.client = client;
    this.socket = socket;
    this.answers = answers;
  }

  /** Forgets the browser that had this profile before. */
  static void forget(Path profile) throws IOException {
    Files.deleteIfExists(profile.resolve(PORT));
  }

  /** Of a browser that was started with that profile and {@code --remote-debugging-port=0}. */
  static DevTools of(Path profile) throws IOException, InterruptedException {
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    HttpClient client = HttpClient.newHttpClient();
    WebSocket socket =
        client.newWebSocketBuilder().buildAsync(page(client, profile), new Answers(answers)).join();
    return new DevTools(client, socket, answers);
  }

  /** The address of the page; the browser writes its port down once it listens. */
  private static URI page(HttpClient client, Path profile)
      throws IOException, InterruptedException {
    Path file = profile.resolve(PORT);
    for (int tries = 0; tries < 10 * SECONDS; tries++) {
      List<String> port = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      if (port.size() == 2) {
        URI list = URI.create("http://127.0.0.1:%s/json/list".formatted(port.getFirst()));
        String targets =
            client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
        for (JsonNode target : MAPPER.readTree(targets)) {
          if (target.get("type").asString().equals("page")) {
            return URI.create(target.get("webSocketDebuggerUrl").asString());
          }
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the browser shows no page after %d s".formatted(SECONDS));
  }

  /** The result of a method. */
  JsonNode call(String method, Map<String, ?> params) throws InterruptedException {
    int id = ++calls;
    String question =
        MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", params));
    socket.sendText(question, true).join();
    while (true) {
      String answer = answers.poll(SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError("no answer to %s after %d s".formatted(method, SECONDS));
      }
      JsonNode said = MAPPER.readTree(answer);
      if (said.path("id").asInt() == id) {
        if (said.has("error")) {
          throw new AssertionError("%s: %s".formatted(method, said.get("error")));
        }
        return said.get("result");
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }

  /** Puts whole messages into a queue. */
  private record Answers(BlockingQueue<String> queue, StringBuilder part)
      implements WebSocket.Listener {

    Answers(BlockingQueue<String> queue) {
      this(queue, new StringBuilder());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        queue.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
