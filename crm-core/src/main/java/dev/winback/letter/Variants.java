package dev.winback.letter;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A rung's letter in other languages: a customer gets the words of his own language where there are
 * some, else those of everybody.
 */
@Service
@Transactional
public class Variants {

  private static final String UNSEEN = Sql.of(Variants.class, "release-back.sql");

  private static final Set<String> SPOKEN = Set.of(Locale.getISOLanguages());

  private final Ladder ladder;
  private final LadderRungRepository rungs;
  private final Templates templates;
  private final LadderSwitch switches;
  private final JdbcClient jdbc;
  private final Audit audit;

  Variants(
      Ladder ladder,
      LadderRungRepository rungs,
      Templates templates,
      LadderSwitch switches,
      JdbcClient jdbc,
      Audit audit) {
    this.ladder = ladder;
    this.rungs = rungs;
    this.templates = templates;
    this.switches = switches;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** The languages that have words of their own, in order. */
  @Transactional(readOnly = true)
  public List<String> languages(int number, Actor actor) {
    ladder.rung(number, actor);
    return jdbc.sql("select language from rung_variant where rung = :rung order by language")
        .param("rung", number)
        .query(String.class)
        .list();
  }

  /** The version that this language is written with; null: it has no words of its own. */
  @Transactional(readOnly = true)
  public @Nullable TemplateVersion current(int number, String language, Actor actor) {
    ladder.rung(number, actor);
    return templates.version(number, checked(language));
  }

  /** The words of this language, or those of everybody to begin with. */
  @Transactional(readOnly = true)
  public LetterTemplate template(int number, String language, Actor actor) {
    var rung = ladder.rung(number, actor);
    return templates.current(rung, known(number, language));
  }

  /**
   * From the next claim on; refused, with the reason, when the words break a rule. They wait for a
   * second person like those of everybody.
   */
  public Rung write(int number, String language, LetterTemplate template, Actor actor) {
    return write(number, language, template, null, actor);
  }

  /**
   * The same, unless somebody else has saved other words of this language than those that this
   * person changed; seen 0: there were none.
   */
  public Rung write(
      int number, String language, LetterTemplate template, @Nullable Long seen, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    requireSeen(number, known(number, language), seen);
    if (PromptKind.ofRung(number).filter(PromptKind::news).isPresent()) {
      throw new Refused("letter.refused.news-language");
    }
    var rung = find(number);
    TemplateRules.check(number, template);
    var code = checked(language);
    long saved = templates.save(number, template, code, actor.member());
    jdbc.sql(
            """
            insert into rung_variant (rung, language, template_id) values (:rung, :language, :template)
            on conflict (rung, language) do update set template_id = excluded.template_id
            """)
        .param("rung", number)
        .param("language", code)
        .param("template", saved)
        .update();
    audit.note(
        actor, "write-language", "rung", number, Map.of("language", code, "template", saved));
    return lookedAtAgain(rung, code, actor);
  }

  private void requireSeen(int number, String language, @Nullable Long seen) {
    var current = templates.version(number, language);
    if (seen == null || seen == (current == null ? 0 : current.id())) {
      return;
    }
    throw current == null ? new Refused("letter.refused.words.removed") : current.unseen();
  }

  /**
   * The words of an earlier version again, as a new one, for those who it was written for: one
   * language or everybody.
   */
  public Rung returnTo(int number, int version, Actor actor) {
    var old =
        ladder.versions(number, actor).stream()
            .filter(one -> one.version() == version)
            .findFirst()
            .orElseThrow(() -> new NotFound("template"));
    var language = old.language();
    return language == null
        ? ladder.rewrite(number, old.template(), actor)
        : write(number, language, old.template(), actor);
  }

  /** Its customers get the words of everybody again; the versions stay. */
  public Rung remove(int number, String language, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    var rung = find(number);
    int removed =
        jdbc.sql("delete from rung_variant where rung = :rung and language = :language")
            .param("rung", number)
            .param("language", checked(language))
            .update();
    if (removed == 0) {
      throw new NotFound("template");
    }
    audit.note(actor, "remove-language", "rung", number, Map.of("language", language));
    return lookedAtAgain(rung, language, actor);
  }

  /** What a person let go had other words. */
  private Rung lookedAtAgain(LadderRung rung, String language, Actor actor) {
    int unseen = jdbc.sql(UNSEEN).param("rung", rung.number()).param("language", language).update();
    if (unseen > 0) {
      switches.judge(rung.number());
    }
    return switches.lookedAtAgain(rung, actor);
  }

  private LadderRung find(int number) {
    return rungs.findById(number).orElseThrow(() -> new NotFound("rung"));
  }

  /** One that people speak; what has words of its own already is left to whoever wrote them. */
  private String known(int number, String language) {
    var code = checked(language);
    if (!SPOKEN.contains(code) && templates.version(number, code) == null) {
      throw Refused.field("language", "letter.refused.language", language);
    }
    return code;
  }

  private static String checked(String language) {
    if (!language.matches("[a-z]{2}")) {
      throw Refused.field("language", "letter.refused.language", language);
    }
    return language;
  }
}
