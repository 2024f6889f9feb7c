package dev.winback.letter;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The claim: which letters are next, and all their contents in one go. */
@Component
class Claims {

  static final String CONTENTS = Sql.of(Claims.class, "letter-contents.sql");
  static final String TAKE = Sql.of(Claims.class, "outbox-take.sql") + CONTENTS;

  private final JdbcClient jdbc;
  private final SignedLinks links;
  private final TrackedLinks tracked;
  private final FileLinks files;
  private final Settings settings;
  private final BusinessClock clock;
  private final ObjectMapper json;

  Claims(
      JdbcClient jdbc,
      SignedLinks links,
      TrackedLinks tracked,
      FileLinks files,
      Settings settings,
      BusinessClock clock,
      ObjectMapper json) {
    this.jdbc = jdbc;
    this.links = links;
    this.tracked = tracked;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  List<DueLetter> take(String node, Duration lease, Long[] due) {
    var from = settings.mail().from();
    var taken =
        jdbc.sql(TAKE)
            .param("ids", due)
            .param("node", node)
            .param("lease", lease.toMillis() / 1000.0)
            .param("today", clock.today())
            .param("domain", from.substring(from.lastIndexOf('@') + 1))
            .query((row, n) -> letter(row))
            .list();
    return tracked.lead(files.in(taken));
  }

  /** A row of {@link #CONTENTS}. */
  DueLetter letter(ResultSet row) throws SQLException {
    var id = new LetterId(row.getLong("id"));
    var firm = firm(row);
    return new DueLetter(
        id,
        lapse(row),
        row.getInt("rung"),
        row.getInt("attempts"),
        row.getString("message_id"),
        row.getString("address"),
        PersonName.clean(row.getString("display_name")),
        row.getString("responsible"),
        replyTo(row, firm),
        returnPath(id),
        settings.inbox().watched(),
        LetterContent.of(
                own(row) ? 0 : row.getLong("template_id"),
                own(row)
                    ? template(row).saying(row.getString("own_subject"), row.getString("own_body"))
                    : leading(row, template(row)),
                addressee(row),
                firm,
                links.unsubscribe(id))
            .showing(CartGoods.of(row, json)),
        Tracked.NOTHING);
  }

  /** Where somebody reads the answers: the mailbox that we watch, else whose customer he is. */
  private @Nullable String replyTo(ResultSet row, LetterContent.Firm firm) throws SQLException {
    var watched = settings.inbox().address();
    var responsible = row.getString("responsible_email");
    return watched != null ? watched : responsible == null ? firm.email() : responsible;
  }

  private @Nullable String returnPath(LetterId id) {
    var bounces = settings.inbox().bounces();
    return bounces == null ? null : bounces.replaceFirst("@", "+" + links.returnPath(id) + "@");
  }

  /** Words that a member wrote for this letter alone; no cache may keep them. */
  private static boolean own(ResultSet row) throws SQLException {
    return row.getObject("confirmation_call", Long.class) != null;
  }

  private LetterTemplate leading(ResultSet row, LetterTemplate template) throws SQLException {
    var invitation = row.getObject("invitation_id", Long.class);
    if (invitation != null) {
      return template.leadingTo(links.survey(invitation));
    }
    var cart = row.getString("cart_url");
    return cart == null || !cart.startsWith("https://") ? template : template.leadingTo(cart);
  }

  private static @Nullable LapseId lapse(ResultSet row) throws SQLException {
    var key = row.getObject("lapse_id", Long.class);
    return key == null ? null : new LapseId(key);
  }

  private static LetterContent.Firm firm(ResultSet row) throws SQLException {
    return new LetterContent.Firm(
        row.getString("firm_name"),
        row.getString("postal_address"),
        row.getString("firm_phone"),
        row.getString("firm_email"),
        row.getString("website"),
        row.getString("logo_url"),
        Letterhead.links(row.getString("social")));
  }

  private LetterTemplate template(ResultSet row) throws SQLException {
    return new LetterTemplate(
        row.getString("subject"),
        row.getString("preheader"),
        row.getString("greeting"),
        row.getString("greeting_fallback"),
        row.getString("body"),
        row.getString("button_text"),
        row.getString("button_url"),
        row.getString("signature"),
        json.readValue(row.getString("fallbacks"), new TypeReference<Map<String, String>>() {}));
  }

  private Addressee addressee(ResultSet row) throws SQLException {
    var purchase = row.getObject("last_purchase_at", OffsetDateTime.class);
    return new Addressee(
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("name"),
        row.getString("company"),
        purchase == null ? null : purchase.toInstant(),
        row.getString("goods"),
        silentSince(row),
        row.getString("responsible"),
        row.getInt("percent"),
        row.getString("gives"),
        row.getString("coupon"),
        validUntil(row),
        clock.today(),
        settings.firmZone(),
        locale(row));
  }

  private static Locale locale(ResultSet row) throws SQLException {
    return Locale.forLanguageTag(row.getString("in_language"));
  }

  /** The loss; without one since the last purchase, or since he is known. */
  private LocalDate silentSince(ResultSet row) throws SQLException {
    var loss = row.getObject("silent_since", LocalDate.class);
    if (loss != null) {
      return loss;
    }
    var bought = row.getObject("last_purchase_at", OffsetDateTime.class);
    var known = row.getObject("created_at", OffsetDateTime.class);
    return clock.day((bought == null ? known : bought).toInstant());
  }

  private static @Nullable LocalDate validUntil(ResultSet row) throws SQLException {
    return row.getObject("valid_until", LocalDate.class);
  }
}
