package dev.winback.inbox;

import dev.winback.letter.LetterId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Hmac;
import dev.winback.shared.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a provider of mail tells by messages instead of by mail: signed with a secret that both know
 * (hexadecimal HMAC-SHA-256 of the body), each event once by its own id and in a transaction of its
 * own; of a message that cannot be read nothing is taken.
 */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class ProviderEvents {

  private static final int MOST = 1_000;

  /** How far the clock of a provider may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Arrivals arrivals;
  private final Settings settings;
  private final BusinessClock clock;
  private final ObjectMapper json;

  ProviderEvents(Arrivals arrivals, Settings settings, BusinessClock clock, ObjectMapper json) {
    this.arrivals = arrivals;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  /** How a message was taken. */
  public enum Answer {
    TAKEN,
    NOT_SIGNED,
    NOT_READ
  }

  /** Whether anything that is told can be believed at all. */
  public boolean listens() {
    var secret = settings.inbox().hookSecret();
    return secret != null && !secret.isBlank();
  }

  public Answer receive(byte[] body, @Nullable String signature) {
    if (!signed(body, signature)) {
      return Answer.NOT_SIGNED;
    }
    List<Arrival> events;
    try {
      events = read(body);
    } catch (JacksonException | IllegalArgumentException wrong) {
      return Answer.NOT_READ;
    }
    take(events);
    return Answer.TAKEN;
  }

  /**
   * One after the other, so that none waits for a mailbox while it keeps others from theirs; those
   * before one that fails are taken, and so are weighed.
   */
  private void take(List<Arrival> events) {
    var complained = new HashSet<LetterId>();
    try {
      events.forEach(event -> arrivals.take(event).ifPresent(complained::add));
    } finally {
      arrivals.weigh(complained);
    }
  }

  private boolean signed(byte[] body, @Nullable String signature) {
    var secret = settings.inbox().hookSecret();
    if (secret == null || secret.isBlank() || signature == null) {
      return false;
    }
    var given = signature.strip().replaceFirst("^sha256=", "").getBytes(StandardCharsets.UTF_8);
    return Hmac.same(sign(body, secret).getBytes(StandardCharsets.UTF_8), given);
  }

  private static String sign(byte[] body, String secret) {
    return HexFormat.of().formatHex(Hmac.of(secret.getBytes(StandardCharsets.UTF_8), body));
  }

  private List<Arrival> read(byte[] body) {
    var root = json.readTree(body);
    var events = new ArrayList<Arrival>();
    for (var event : root.isArray() ? root.values() : List.of(root)) {
      events.add(event(event));
    }
    if (events.isEmpty() || events.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " events");
    }
    return events;
  }

  private Arrival event(JsonNode event) {
    var id = text(event, "id");
    if (id.isBlank()) {
      throw new IllegalArgumentException("an event has an id");
    }
    var messageId = text(event, "message_id").strip();
    var clues =
        new Clues(
            null,
            messageId.isEmpty() ? List.of() : List.of(bracketed(messageId)),
            null,
            text(event, "recipient").contains("@") ? text(event, "recipient") : null);
    return new Arrival(
        "event " + id,
        kind(text(event, "event")),
        at(text(event, "at")),
        clues,
        text(event, "status"),
        text(event, "reason"),
        "",
        "",
        "",
        "");
  }

  private static ArrivalKind kind(String word) {
    return switch (word) {
      case "bounce" -> ArrivalKind.BOUNCE;
      case "complaint" -> ArrivalKind.COMPLAINT;
      default -> throw new IllegalArgumentException("an event is a bounce or a complaint");
    };
  }

  private static String bracketed(String id) {
    return id.startsWith("<") ? id : "<" + id + ">";
  }

  private Instant at(String text) {
    try {
      var at = text.isBlank() ? clock.instant() : Instant.parse(text);
      if (at.isBefore(Instant.EPOCH) || at.isAfter(clock.instant().plus(AHEAD))) {
        throw new IllegalArgumentException("a moment between 1970 and now");
      }
      return at;
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException("a moment such as 2026-06-01T10:00:00Z", e);
    }
  }

  private static String text(JsonNode event, String field) {
    var value = event.get(field);
    return value == null || value.isNull() || value.isContainer() ? "" : value.asString();
  }
}
