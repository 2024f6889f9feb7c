package dev.winback.letter;

import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The versions of the templates, as rows that never change. */
@Component
class Templates {

  private static final String VERSIONS = Sql.of(Templates.class, "template.sql");
  private static final String SAVE = Sql.of(Templates.class, "save-template.sql");

  /** A letter that offers nothing: the first words of a new rung without a discount. */
  static final LetterTemplate REMINDER =
      new LetterTemplate(
          "We have not heard from you",
          "A few lines from {{responsible}}",
          "Dear {{first_name}} {{last_name}},",
          "Good day,",
          """
          Your last order with us was on **{{last_purchase_day}}**: {{last_purchase_goods}}. We have not \
          heard from you since, and I would like to know whether all is well.

          Can I help you with anything? Just answer this letter: I read every reply myself.""",
          "Look what is new",
          "",
          "{{responsible}}\n{{firm}}",
          Map.of(
              "last_purchase_goods", "goods you had chosen with us",
              "responsible", "Your customer care team"),
          true);

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Templates(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<TemplateVersion> versions(int rung) {
    return read(rung, Map.of());
  }

  Optional<TemplateVersion> version(int rung, long id) {
    return read(rung, Map.of("ids", new Long[] {id})).stream().findFirst();
  }

  private List<TemplateVersion> read(int rung, Map<String, Long[]> which) {
    return jdbc.sql(Pieces.asked(VERSIONS, which))
        .param("rung", rung)
        .params(which)
        .query((row, nr) -> version(row))
        .list();
  }

  /** The words that the rung writes with now. */
  LetterTemplate current(Rung rung) {
    return version(rung.number(), rung.templateId())
        .map(TemplateVersion::template)
        .orElse(REMINDER);
  }

  /** Those of this language; everybody's where it has none, or for null. */
  LetterTemplate current(Rung rung, @Nullable String language) {
    var own = version(rung.number(), language);
    return own == null ? current(rung) : own.template();
  }

  @Nullable TemplateVersion version(int rung, @Nullable String language) {
    long own =
        jdbc.sql(
                """
                select coalesce(max(template_id), 0) from rung_variant
                 where rung = :rung and language = :language
                """)
            .param("rung", rung)
            .param("language", language)
            .query(Long.class)
            .single();
    return version(rung, own).orElse(null);
  }

  /** Those and the words of each language. */
  List<LetterTemplate> inUse(Rung rung) {
    var used =
        jdbc.sql(
                """
                select template_id from rung_variant where rung = :rung
                union select cast(:template as bigint)
                """)
            .param("rung", rung.number())
            .param("template", rung.templateId())
            .query(Long.class)
            .set();
    return read(rung.number(), Map.of("ids", used.toArray(Long[]::new))).stream()
        .map(TemplateVersion::template)
        .toList();
  }

  long save(int rung, LetterTemplate template, long member) {
    return save(rung, template, null, member);
  }

  long save(int rung, LetterTemplate template, @Nullable String language, long member) {
    return jdbc.sql(SAVE)
        .param("rung", rung)
        .param("subject", template.subject())
        .param("preheader", template.preheader())
        .param("greeting", template.greeting())
        .param("greetingFallback", template.greetingFallback())
        .param("body", template.body())
        .param("buttonText", template.buttonText())
        .param("buttonUrl", template.buttonUrl())
        .param("signature", template.signature())
        .param("fallbacks", json.writeValueAsString(template.fallbacks()))
        .param("asksReply", template.asksReply())
        .param("language", language)
        .param("member", member)
        .query(Long.class)
        .single();
  }

  private TemplateVersion version(ResultSet row) throws SQLException {
    return new TemplateVersion(
        row.getLong("id"),
        row.getInt("rung"),
        row.getInt("version"),
        new LetterTemplate(
            row.getString("subject"),
            row.getString("preheader"),
            row.getString("greeting"),
            row.getString("greeting_fallback"),
            row.getString("body"),
            row.getString("button_text"),
            row.getString("button_url"),
            row.getString("signature"),
            json.readValue(row.getString("fallbacks"), WORDS),
            row.getBoolean("asks_reply")),
        row.getString("language"),
        row.getString("by_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
