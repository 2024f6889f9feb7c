package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters as a real customer would get them, with a coupon that buys nothing. */
@Component
class Previews {

  private static final String CUSTOMERS = Sql.of(Previews.class, "preview-customers.sql");
  private static final String TYPICAL = Sql.of(Previews.class, "preview-typical.sql");
  private static final String ADDRESSEE = Sql.of(Previews.class, "addressee.sql");

  private static final String LONGEST = Sql.of(Previews.class, "longest-name.sql");
  private static final String LANGUAGE = Sql.of(Previews.class, "language-in-use.sql");

  private final Templates templates;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Settings settings;
  private final Letterheads heads;
  private final FileLinks files;
  private final LetterLanguages languages;

  Previews(
      Templates templates,
      JdbcClient jdbc,
      BusinessClock clock,
      Settings settings,
      Letterheads heads,
      FileLinks files,
      LetterLanguages languages) {
    this.templates = templates;
    this.heads = heads;
    this.files = files;
    this.languages = languages;
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  List<PreviewCustomer> typical() {
    return customers(TYPICAL);
  }

  /** Reads everybody: each customer once, for the first of his oddities. */
  List<PreviewCustomer> ugliest() {
    return customers(CUSTOMERS);
  }

  private List<PreviewCustomer> customers(String sql) {
    var once = new LinkedHashMap<String, PreviewCustomer>();
    jdbc.sql(sql)
        .query(
            (row, nr) ->
                new PreviewCustomer(
                    row.getString("kind"), row.getString("ref"), row.getString("display_name")))
        .list()
        .forEach(customer -> once.putIfAbsent(customer.ref(), customer));
    return List.copyOf(once.values());
  }

  /** The subject as the customer with the longest name gets it; without one for nobody known. */
  String longestSubject(Rung rung, LetterTemplate template) {
    var ref = jdbc.sql(LONGEST).query(String.class).optional().orElse(null);
    var content = content(rung, template, null, ref);
    return Variable.in(template.subject(), content.variables());
  }

  /** In the words that the rung has for this customer. */
  LetterContent inUse(Rung rung, String ref) {
    var language = language(rung, ref);
    return content(rung, templates.current(rung, language), language, ref);
  }

  /** A member's own words for one customer in the frame of the rung, in his name. */
  LetterContent own(Rung rung, String ref, String subject, String body, long member) {
    var language = language(rung, ref);
    var own = templates.current(rung, language).saying(subject, body);
    var name = jdbc.sql("select name from member where id = :id").param("id", member);
    return content(rung, own, language, ref).signedBy(name.query(String.class).single());
  }

  private @Nullable String language(Rung rung, String ref) {
    return jdbc.sql(LANGUAGE)
        .param("rung", rung.number())
        .param("ref", ref)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** Language null: everybody's. */
  LetterContent content(
      Rung rung, LetterTemplate template, @Nullable String language, @Nullable String ref) {
    var locale = Locale.forLanguageTag(language == null ? languages.firm() : language);
    var addressee =
        ref == null || ref.isBlank() ? nobody(rung, locale) : addressee(rung, ref, locale);
    var content = files.in(LetterContent.of(0, template, addressee, firm(), "#"));
    boolean cart = PromptKind.ofRung(rung.number()).filter(PromptKind::cart).isPresent();
    return cart ? content.showing(CartGoods.SAMPLE) : content;
  }

  private Addressee addressee(Rung rung, String ref, Locale locale) {
    return jdbc.sql(ADDRESSEE)
        .param("ref", ref)
        .query((row, nr) -> addressee(row, rung, locale))
        .optional()
        .orElseThrow(() -> Refused.field("ref", "letter.refused.customer", ref));
  }

  private Addressee addressee(ResultSet row, Rung rung, Locale locale) throws SQLException {
    var bought = row.getObject("last_purchase_at", OffsetDateTime.class);
    return new Addressee(
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("name"),
        row.getString("company"),
        bought == null ? null : bought.toInstant(),
        row.getString("goods"),
        row.getObject("silent_since", LocalDate.class),
        row.getString("responsible"),
        rung.percent(),
        rung.terms().gives(),
        "PREVIEW",
        clock.today().plusDays(rung.couponDays()),
        clock.today(),
        settings.firmZone(),
        locale);
  }

  /** A customer of whom nothing is known: shows every fallback. */
  private Addressee nobody(Rung rung, Locale locale) {
    int days = rung.days() == null ? 0 : rung.days();
    var today = clock.today();
    return new Addressee(
        null,
        null,
        null,
        null,
        null,
        null,
        today.minusDays(days),
        null,
        rung.percent(),
        rung.terms().gives(),
        "PREVIEW",
        today.plusDays(rung.couponDays()),
        today,
        settings.firmZone(),
        locale);
  }

  LetterContent.Firm firm() {
    return LetterContent.Firm.of(heads.now());
  }
}
