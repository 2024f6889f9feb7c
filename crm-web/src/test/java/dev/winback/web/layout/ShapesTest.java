package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.web.layout.Shape.Html;
import dev.winback.web.testing.WebTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * A row put together of its shape and its values is, sign by sign, the row that its template makes.
 */
@WebTest
class ShapesTest {

  private static final String LOST = "lapse/lost-row";
  private static final List<String> CONDITIONS =
      List.of(
          "decides", "named", "placed", "weighed", "gains", "offers", "costs", "asks", "dated",
          "idle");
  private static final List<String> WORDS =
      List.of(
          "lapse",
          "name",
          "city",
          "link",
          "worth",
          "days",
          "why",
          "value",
          "gain",
          "chance",
          "offer",
          "cost",
          "lostBy",
          "assignee",
          "next");
  private static final List<String> OF_LETTERS =
      List.of(
          "id",
          "link",
          "person",
          "customer",
          "tint",
          "state",
          "why",
          "rung",
          "percent",
          "coupon",
          "due",
          "sent");
  private static final List<String> OF_CUSTOMERS =
      List.of(
          "link",
          "name",
          "number",
          "kind",
          "why",
          "email",
          "phone",
          "purchases",
          "last",
          "revenue",
          "owner",
          "stage");
  private static final List<String> MADE = List.of("silence", "standing", "category");

  /** What would end a text, an attribute, a message's figure or a mark, if it were looked into. */
  private static final String EVIL = "<script>\"'&amp;{0} '' ${1} \uE000name\uE001 \\ $1 ü";

  @Autowired Shapes shapes;
  @Autowired ITemplateEngine templates;
  @Autowired ApplicationContext application;

  @Test
  void eachShapeIsWhatTheTemplateMakes() {
    for (int bits = 0; bits < 1 << CONDITIONS.size(); bits++) {
      eachIsAsTheTemplate(LOST, shape(bits), WORDS);
    }
    for (int bits = 0; bits < 8; bits++) {
      eachIsAsTheTemplate(
          "customer/customer-row",
          Map.of("figures", (bits & 1) > 0, "ofKinds", (bits & 2) > 0, "waits", (bits & 4) > 0),
          OF_CUSTOMERS);
    }
    for (boolean fragile : new boolean[] {false, true}) {
      eachIsAsTheTemplate("letter/letter-row", Map.of("fragile", fragile), OF_LETTERS);
    }
  }

  /** Twice: made, and kept. */
  private void eachIsAsTheTemplate(
      String template, Map<String, Boolean> shape, List<String> names) {
    for (int round = 1; round <= 2; round++) {
      assertThat(filled(template, shape, words(names, round), round))
          .isEqualTo(rendered(template, shape, words(names, round), round));
    }
  }

  @Test
  void whatIsNotThereLeavesNothingEmptyBehind() {
    var words = words(WORDS, 1);
    List.of("city", "why", "gain", "chance", "offer", "cost", "lostBy", "assignee", "next")
        .forEach(name -> words.put(name, ""));
    assertThat(filled(LOST, shape(0), words, 1))
        .isEqualTo(rendered(LOST, shape(0), words, 1))
        .doesNotContain("=\"\"");
  }

  private static Map<String, Boolean> shape(int bits) {
    return CONDITIONS.stream()
        .collect(
            Collectors.toMap(name -> name, name -> (bits >> CONDITIONS.indexOf(name) & 1) > 0));
  }

  private String filled(
      String template, Map<String, Boolean> shape, Map<String, String> words, int round) {
    var row = new HashMap<String, Object>(words);
    MADE.forEach(name -> row.put(name, new Html(made(name, round))));
    var page = new StringBuilder();
    shapes.write(page, template, shape, row);
    return page.toString();
  }

  private String rendered(
      String template, Map<String, Boolean> shape, Map<String, String> words, int round) {
    var row = new HashMap<String, Object>(words);
    MADE.forEach(name -> row.put(name, made(name, round)));
    var told = new HashMap<String, Object>(shape);
    told.put("row", row);
    var context = new Context(LocaleContextHolder.getLocale(), told);
    context.setVariable(
        ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
        new ThymeleafEvaluationContext(application, null));
    return templates.process(template, Set.of("row"), context).strip();
  }

  private static Map<String, String> words(List<String> names, int round) {
    var words = new HashMap<String, String>();
    names.forEach(name -> words.put(name, name + round + EVIL));
    return words;
  }

  private static String made(String name, int round) {
    return "<span class=\"chip\">" + name + round + "</span>";
  }
}
