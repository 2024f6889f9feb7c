package dev.winback.web.layout;

import dev.winback.lapse.Stage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Chips of the rows of long lists, as {@code layout/chips} has them: each is made once and kept,
 * because fifty rows show the same few, and each of them is six expressions.
 */
@Component("chips")
public class Chips {

  private static final String BEANS =
      ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

  /** Browsers name what locale they like, and nobody's list of them may fill the memory. */
  private static final int MOST_KEPT = 1_000;

  /** A chip by its name in the template and what it is told, in one language. */
  private record Kept(String chip, Map<String, Object> told, Locale locale) {}

  private final Map<Kept, String> made = new ConcurrentHashMap<>();
  private final ITemplateEngine templates;
  private final ThymeleafEvaluationContext beans;

  Chips(ITemplateEngine templates, ApplicationContext application) {
    this.templates = templates;
    beans = new ThymeleafEvaluationContext(application, null);
  }

  /** Where a loss stands; null: there is none. */
  public String standing(@Nullable Stage stage, boolean fragile) {
    var at = stage == null ? "" : chip("stage", Map.of("stage", stage));
    return fragile ? at + chip("fragile", Map.of()) : at;
  }

  /** Nothing for who never bought. */
  public String category(@Nullable String abc, @Nullable String xyz, @Nullable Boolean vip) {
    var at = abc == null || xyz == null ? "" : chip("category", Map.of("abc", abc, "xyz", xyz));
    return Boolean.TRUE.equals(vip) ? at + chip("vip", Map.of()) : at;
  }

  /** The class of silence by its days, when there is one. */
  public String silence(@Nullable Integer days) {
    return days == null ? "" : chip("silence", Map.of("limit", days));
  }

  private String chip(String name, Map<String, Object> told) {
    var kept = new Kept(name, told, LocaleContextHolder.getLocale());
    var html = made.get(kept);
    if (html == null) {
      html = render(kept);
      if (made.size() < MOST_KEPT) {
        made.put(kept, html);
      }
    }
    return html;
  }

  private String render(Kept chip) {
    var context = new Context(chip.locale(), chip.told());
    context.setVariable(BEANS, beans);
    return templates.process("layout/chips", Set.of(chip.chip()), context).strip();
  }
}
