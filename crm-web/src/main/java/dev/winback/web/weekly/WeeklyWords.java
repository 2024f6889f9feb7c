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
        waits(figures.waiting()),
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

  private List<String> waits(WeeklyFigures.Waiting waiting) {
    var lines = new ArrayList<String>();
    line(lines, "weekly.wait.approvals", waiting.approvals());
    line(lines, "weekly.wait.questions", waiting.questions());
    line(lines, "weekly.wait.review", waiting.review());
    line(lines, "weekly.wait.broken", waiting.broken());
    line(lines, "weekly.wait.untouched", waiting.untouched(), waiting.days());
    line(lines, "weekly.wait.overdue", waiting.overdue());
    return lines.isEmpty() ? List.of(wording.of("weekly.wait.nothing")) : lines;
  }

  private void line(List<String> lines, String key, long count, Object... more) {
    if (count > 0) {
      var figures = Stream.concat(Stream.of(count, number(count)), Stream.of(more));
      lines.add(wording.of(key, figures.toArray()));
    }
  }

  /** As on the pages: lists are counted up to {@link Letters#COUNTED}. */
  private String number(long count) {
    return count > Letters.COUNTED ? "≈ " + shown.number(Letters.COUNTED) : shown.number(count);
  }

  private List<Way> ways(Week week) {
    var days = "&from=%s&until=%s".formatted(week.fromDay(), week.untilDay());
    return List.of(
        new Way(wording.of("weekly.way.lost"), base + "/reports/moves?kind=loss" + days),
        new Way(wording.of("weekly.way.back"), base + "/reports/moves?kind=return" + days),
        new Way(wording.of("weekly.way.start"), base + "/"));
  }
}
