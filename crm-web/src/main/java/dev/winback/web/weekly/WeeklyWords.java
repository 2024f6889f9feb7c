package dev.winback.web.weekly;

import dev.winback.letter.Letters;
import dev.winback.mail.StaffLetter;
import dev.winback.report.Week;
import dev.winback.shared.Settings;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import dev.winback.web.weekly.WeeklyParts.Way;
import dev.winback.weekly.DueWeekly;
import dev.winback.weekly.WeeklyFigures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Words of the letter on Monday: the start page's sentence for the week, what waits, the ways. */
@Component
class WeeklyWords {

  /** The program's own language: members have not said another one. */
  private static final Locale LANGUAGE = Locale.ENGLISH;

  private final Wording wording;
  private final Shown shown;
  private final ITemplateEngine templates;
  private final String base;

  WeeklyWords(Wording wording, Shown shown, ITemplateEngine templates, Settings settings) {
    this.wording = wording;
    this.shown = shown;
    this.templates = templates;
    base = settings.baseUrl().toString().replaceFirst("/+$", "");
  }

  StaffLetter letter(DueWeekly due, WeeklyFigures figures) {
    var before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(LANGUAGE);
    try {
      var parts = parts(due, figures);
      var html = templates.process("weekly/letter", new Context(LANGUAGE, Map.of("letter", parts)));
      var sender = wording.of("weekly.sender");
      return new StaffLetter(due.email(), due.name(), sender, parts.subject(), parts.text(), html);
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  private WeeklyParts parts(DueWeekly due, WeeklyFigures figures) {
    var week = figures.week();
    return new WeeklyParts(
        subject(week),
        wording.of("weekly.greeting", due.name()),
        lost(week, figures.currency()) + ' ' + back(week, figures.currency()),
        figures.whole() ? "" : wording.of("weekly.counted", figures.countedTo()),
        waits(due, figures),
        ways(week),
        wording.of("weekly.why", base + "/settings"));
  }

  private String subject(Week week) {
    var lost = shown.number(week.losses());
    return wording.of("weekly.subject", lost, shown.number(week.returns()), week.untilDay());
  }

  private String lost(Week week, String currency) {
    var lost = shown.number(week.losses());
    var best = shown.number(week.lossesOfA());
    var money =
        week.lostYear().signum() == 0
            ? ""
            : wording.of("figures.week.money", shown.whole(week.lostYear(), currency));
    return wording.of("weekly.losses", week.losses(), lost, week.lossesOfA(), best)
        + money
        + wording.of("figures.week.and");
  }

  private String back(Week week, String currency) {
    var money =
        week.firstOrders().signum() == 0
            ? ""
            : wording.of("figures.week.orders", shown.whole(week.firstOrders(), currency));
    return wording.of("figures.week.returns", week.returns(), shown.number(week.returns()))
        + money
        + wording.of("figures.week.end");
  }

  private List<Way> waits(DueWeekly due, WeeklyFigures figures) {
    var waiting = figures.waiting();
    var days = "&from=%s&to=%s".formatted(figures.week().fromDay(), figures.week().untilDay());
    var ways = new ArrayList<Way>();
    way(ways, "approvals", "/approvals", waiting.approvals());
    var me = URLEncoder.encode(due.login(), StandardCharsets.UTF_8);
    way(ways, "questions", "/questions?member=" + me, waiting.questions());
    way(ways, "review", "/letters/list?status=held&reason=review", waiting.review());
    way(ways, "broken", "/team/promises?state=broken" + days, waiting.broken());
    way(ways, "untouched", "/lost?work=untouched", waiting.untouched(), waiting.days());
    way(ways, "overdue", "/team/plans?state=overdue", waiting.overdue());
    way(ways, "over-budget", "/campaigns?state=running", waiting.overBudget());
    way(ways, "near-budget", "/campaigns?state=running", waiting.nearBudget());
    return ways.isEmpty() ? List.of(new Way(wording.of("weekly.wait.nothing"), "")) : ways;
  }

  private void way(List<Way> ways, String key, String path, long count, Object... more) {
    if (count > 0) {
      var numbers = Stream.concat(Stream.of(count, number(count)), Stream.of(more));
      ways.add(new Way(wording.of("weekly.wait." + key, numbers.toArray()), base + path));
    }
  }

  /** As on the pages: lists are counted up to {@link Letters#COUNTED}. */
  private String number(long count) {
    return count > Letters.COUNTED
        ? wording.of("layout.more-than", shown.number(Letters.COUNTED))
        : shown.number(count);
  }

  private List<Way> ways(Week week) {
    var days = "&from=%s&until=%s".formatted(week.fromDay(), week.untilDay());
    return List.of(
        new Way(wording.of("weekly.way.lost"), base + "/reports/moves?kind=loss" + days),
        new Way(wording.of("weekly.way.back"), base + "/reports/moves?kind=return" + days),
        new Way(wording.of("weekly.way.start"), base + "/"));
  }
}
