package dev.winback.webhook;

import dev.winback.shared.Destination;
import dev.winback.shared.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address and what it is told. */
public record NewWebhook(@Nullable String url, @Nullable List<String> events) {

  private static final int LONGEST = 500;
  private static final int LAST_PORT = 65_535;

  public static final NewWebhook EMPTY = new NewWebhook(null, null);

  public boolean has(String event) {
    return events != null && events.contains(event);
  }

  /** Refused when it is no https address, or leads inside; a name unknown today may exist later. */
  String validUrl(boolean privateToo) {
    var uri = parse(url);
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    if (!secure && !(privateToo && "http".equalsIgnoreCase(uri.getScheme()))) {
      throw Refused.field("url", "refused.webhook.https");
    }
    try {
      var addresses = Destination.addresses(uri.getHost(), privateToo);
      if (!secure && !Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
        throw Refused.field("url", "refused.webhook.https");
      }
    } catch (Destination.Inside inside) {
      throw Refused.field("url", "refused.webhook.inside", uri.getHost());
    } catch (UnknownHostException later) {
      if (!secure) {
        throw Refused.field("url", "refused.webhook.https");
      }
    }
    return uri.toString();
  }

  private static URI parse(@Nullable String url) {
    try {
      var uri = URI.create(url == null ? "" : url.strip());
      boolean port = uri.getPort() == -1 || uri.getPort() > 0 && uri.getPort() <= LAST_PORT;
      boolean plain = port && uri.getHost() != null && uri.getUserInfo() == null;
      if (plain
          && Destination.clear(uri.getHost())
          && uri.getFragment() == null
          && uri.toString().length() <= LONGEST) {
        return uri;
      }
    } catch (IllegalArgumentException noAddress) {
      // falls through to the refusal
    }
    throw Refused.field("url", "refused.webhook.url", LONGEST);
  }

  String validEvents() {
    if (events == null || events.isEmpty()) {
      throw Refused.field("events", "refused.webhook.events");
    }
    var known = new LinkedHashSet<String>();
    for (var code : events) {
      known.add(
          EventType.ofCode(code)
              .orElseThrow(() -> Refused.field("events", "refused.webhook.event", code))
              .code());
    }
    return String.join(" ", known);
  }
}
