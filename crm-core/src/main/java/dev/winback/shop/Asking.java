package dev.winback.shop;

import dev.winback.shared.Destination;
import dev.winback.shared.Outgoing;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a shop over HTTPS: a minute in all, at most 32 MB, never an address inside. */
@Component
class Asking implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int MOST = 32 * 1024 * 1024;
  private static final Pattern NEXT = Pattern.compile("<[^<>?]*[?]([^<>]*)>\\s*;\\s*rel=\"?next");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

  private final boolean privateToo;
  private final boolean trial;
  private final Outgoing http;

  Asking(Settings settings) {
    privateToo = settings.webhooks().privateAddresses();
    trial = "localhost".equals(settings.baseUrl().getHost());
    http = new Outgoing(this::insideToo, LIMIT);
  }

  /** An answer other than 200, or none. */
  static class Failed extends IOException {

    private static final long serialVersionUID = 1;

    Failed(String what) {
      super(what);
    }
  }

  /** Secrets leave this machine only encrypted; a trial on this machine itself may do without. */
  void requireSafe(URI address) {
    boolean here = trial && HERE.contains(address.getHost());
    if (!"https".equals(address.getScheme()) && !here) {
      throw Refused.field("address", "refused.shop.https", address);
    }
    try {
      Destination.addresses(address.getHost(), insideToo(address.getHost()));
    } catch (Destination.Inside inside) {
      throw Refused.field("address", "refused.shop.inside", address.getHost());
    } catch (UnknownHostException later) {
      // its webhooks can come in all the same, and asking says that the name is not known
    }
  }

  private boolean insideToo(String host) {
    return privateToo || trial && HERE.contains(host);
  }

  /** What was answered, and the query of the page that follows it; null: none is named. */
  record Answer(byte[] body, @Nullable String next) {}

  Answer get(URI address, Map<String, String> headers) throws IOException {
    var reply = http.get(address, headers, MOST + 1);
    if (reply.code() != 200) {
      throw new Failed("HTTP " + reply.code());
    }
    if (reply.body().length > MOST) {
      throw new Failed("more than " + MOST + " bytes");
    }
    return new Answer(reply.body(), next(reply.link()));
  }

  private static @Nullable String next(@Nullable String link) {
    var next = NEXT.matcher(link == null ? "" : link);
    return next.find() ? next.group(1) : null;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
