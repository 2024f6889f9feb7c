package dev.winback.shared;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the administrator sets at start, under {@code winback.}; an unknown name or a wrong value
 * stops the start.
 */
@ConfigurationProperties(prefix = "winback", ignoreUnknownFields = false)
public record Settings(
    @DefaultValue("./data") Path dataDir,
    @Nullable Boolean demo,
    @DefaultValue Admin admin,
    @Nullable LocalDate today,
    @Nullable ZoneId zone,
    @Nullable Country country,
    @DefaultValue("EUR") Currency currency,
    @DefaultValue Mail mail,
    @DefaultValue Night night,
    @DefaultValue Webhooks webhooks,
    @DefaultValue Inbox inbox,
    @DefaultValue Weekly weekly,
    @DefaultValue Database database,
    @DefaultValue("http://localhost:8080") URI baseUrl,
    @DefaultValue List<String> hosts) {

  private static final String ADDRESS = "[!-~&&[^@<>,;:\"()\\[\\]\\\\]]+@[A-Za-z0-9.-]+";

  /** Paths are put behind the address: with two slashes a firewall refuses them. */
  public Settings {
    baseUrl = URI.create(baseUrl.toString().replaceFirst("/+$", ""));
  }

  /** Creates or resets the member {@code admin} at start. */
  public record Admin(@Nullable String password) {}

  /**
   * How letters leave; what a person lets go leaves after the span in which he may undo it. With
   * tls they go to a relay on another machine enciphered or not at all.
   */
  public record Mail(
      @Nullable Mode mode,
      @DefaultValue("false") boolean softOptIn,
      @DefaultValue("09:00-19:00") Hours hours,
      @DefaultValue("true") boolean nodes,
      @DefaultValue("4") int workers,
      @DefaultValue("30s") Duration undoSpan,
      @DefaultValue("letters@localhost") String from,
      @DefaultValue("true") boolean tls) {

    public Mail {
      notNegative("winback.mail.undo-span", undoSpan);
      requireAddress("winback.mail.from", from);
      if (workers < 1) {
        throw new WrongSetting("winback.mail.workers", "\"" + workers + "\"", "1 or more");
      }
    }
  }

  public enum Mode {
    MAILBOX,
    SMTP
  }

  /**
   * When the night runs, in the firm's zone, whether this node runs it, and from how many losses on
   * it counts reports that a page would count for seconds.
   */
  public record Night(
      @DefaultValue("true") boolean nodes,
      @DefaultValue("02:00") LocalTime hour,
      @DefaultValue("100000") int largeFrom) {}

  /**
   * Messages to other systems; true lets them go to addresses inside too, and by http to this host.
   */
  public record Webhooks(@DefaultValue("false") boolean privateAddresses) {}

  /**
   * The mailbox in which answers and returned letters arrive, read by IMAP; without a host nobody
   * reads it. With an address, letters are to be answered there; with bounces, each letter leaves
   * with a return path of its own (bounces+…@…).
   */
  public record Inbox(
      @Nullable String host,
      @DefaultValue("993") int port,
      @DefaultValue("true") boolean tls,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("INBOX") String folder,
      @DefaultValue("60s") Duration every,
      @Nullable String address,
      @Nullable String bounces,
      @Nullable String hookSecret) {

    /** The address whose mailbox the program reads itself; null: it reads none. */
    public @Nullable String watched() {
      return host == null || host.isBlank() ? null : address;
    }
  }

  /** From when on Mondays the letters to managers leave, in the firm's zone. */
  public record Weekly(@DefaultValue("07:00") LocalTime hour) {}

  /**
   * How long what somebody waits for may wait for a lock, and how long one statement may take: of a
   * page that is looked at, and of whatever else is asked. Nothing else has limits; 0s is none.
   */
  public record Database(
      @DefaultValue("5s") Duration lockLimit,
      @DefaultValue("60s") Duration pageLimit,
      @DefaultValue("10m") Duration requestLimit) {

    public Database {
      notNegative("winback.database.lock-limit", lockLimit);
      notNegative("winback.database.page-limit", pageLimit);
      notNegative("winback.database.request-limit", requestLimit);
    }
  }

  /** It stands between the brackets of a header and of a command, where no name may be. */
  public static void requireAddress(String name, @Nullable String value) {
    if (value != null && !value.matches(ADDRESS)) {
      throw new WrongSetting(
          name, "\"" + value + "\"", "an e-mail address such as letters@example.com");
    }
  }

  private static void notNegative(String name, Duration span) {
    if (span.isNegative()) {
      throw new WrongSetting(name, "\"" + span.toSeconds() + "s\"", "0s or more");
    }
  }

  public ZoneId firmZone() {
    return Zones.firm(zone == null ? ZoneId.systemDefault() : zone);
  }
}
