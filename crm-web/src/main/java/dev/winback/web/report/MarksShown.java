package dev.winback.web.report;

import dev.winback.event.BusinessEvents;
import dev.winback.event.EventMark;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What {@code report/marks} shows: the business events of each month of a chart (UND-22). */
@Component
class MarksShown {

  private final BusinessEvents events;
  private final Wording wording;

  MarksShown(BusinessEvents events, Wording wording) {
    this.events = events;
    this.wording = wording;
  }

  void add(LocalDate from, LocalDate until, Actor actor, Model model) {
    model.addAttribute("marks", months(from, until, actor));
  }

  /** By the first day of the month, the oldest first; a month without events is not in it. */
  Map<LocalDate, List<EventMark>> months(LocalDate from, LocalDate until, Actor actor) {
    return events.between(from, until, actor).stream()
        .collect(Collectors.groupingBy(EventMark::month, TreeMap::new, Collectors.toList()));
  }

  /** Those of one month as a cell of a file. */
  String cell(List<EventMark> marks) {
    return marks.stream().map(this::words).collect(Collectors.joining("; "));
  }

  private String words(EventMark mark) {
    var kind = wording.of("event.kind." + mark.kind());
    return wording.of("event.mark", mark.day().toString(), kind, mark.title());
  }
}
