package dev.winback.web.layout;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Rows of long lists: of each shape that a row can have, its template is rendered once and kept,
 * with a mark in the place of each value. A template decides what a row looks like, as everywhere;
 * fifty rows are forty expressions each, and most of a page was to evaluate them.
 */
@Component
public class Shapes {

  private static final String BEANS =
      ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

  private static final int MOST_KEPT = 1_000;

  /** A template, what its conditions ask, and a language. */
  private record Kept(String template, Map<String, Boolean> shape, Locale locale) {}

  /** Browsers ask in as many languages as they like: what was used last stays. */
  private static final class Latest extends LinkedHashMap<Kept, Shape> {

    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Kept, Shape> eldest) {
      return size() > MOST_KEPT;
    }
  }

  private final Map<Kept, Shape> made = Collections.synchronizedMap(new Latest());
  private final ITemplateEngine templates;
  private final ThymeleafEvaluationContext beans;

  Shapes(ITemplateEngine templates, ApplicationContext application) {
    this.templates = templates;
    beans = new ThymeleafEvaluationContext(application, null);
  }

  /**
   * One row by the fragment {@code row} of a template, to which {@code shape} says what is in it
   * and {@code row} has what is written in it, words or {@link Shape.Html}.
   */
  public void write(
      StringBuilder page, String template, Map<String, Boolean> shape, Map<String, ?> row) {
    var kept = new Kept(template, shape, LocaleContextHolder.getLocale());
    var form = made.get(kept);
    if (form == null) {
      form = Shape.of(render(kept, Shape.marks(row.keySet())));
      made.put(kept, form);
    }
    form.write(page, row);
  }

  /** A piece that is the same on all pages of a language. */
  public String same(String template) {
    var piece = new StringBuilder();
    write(piece, template, Map.of(), Map.of());
    return piece.toString();
  }

  private String render(Kept kept, Map<String, String> marks) {
    var told = new HashMap<String, Object>(kept.shape());
    told.put("row", marks);
    var context = new Context(kept.locale(), told);
    context.setVariable(BEANS, beans);
    return templates.process(kept.template(), Set.of("row"), context).strip();
  }
}
