package dev.winback.web.lapse;

import dev.winback.why.Finding;
import dev.winback.why.FindingField;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a loss in the names of the API; {@code said} are the fields that were new in a
 * row of the history.
 */
record WhyJson(
    long id,
    OffsetDateTime at,
    @Nullable String by,
    List<String> said,
    boolean current,
    boolean undone,
    @Nullable String reason,
    boolean guess,
    @Nullable String stated,
    @Nullable String real,
    @Nullable String problem,
    @Nullable String saidBy,
    @Nullable Integer severity,
    @Nullable Boolean human,
    @Nullable String words,
    @Nullable String wish,
    @Nullable String blameUs,
    @Nullable String blameCustomer,
    @Nullable String competitor,
    @Nullable String advantage,
    @Nullable String prices,
    @Nullable String answers,
    @Nullable String personality,
    List<String> whys) {

  static WhyJson of(Finding f) {
    var severity = f.get(FindingField.SEVERITY);
    var human = f.get(FindingField.HUMAN);
    return new WhyJson(
        f.id(),
        f.at(),
        f.member(),
        f.said().stream().map(FindingField::code).toList(),
        f.current(),
        f.undone(),
        f.reason(),
        f.guess(),
        f.get(FindingField.STATED),
        f.get(FindingField.REAL),
        f.problem(),
        f.get(FindingField.SAID_BY),
        severity == null ? null : Integer.valueOf(severity),
        human == null ? null : Boolean.valueOf(human),
        f.get(FindingField.WORDS),
        f.get(FindingField.WISH),
        f.get(FindingField.BLAME_US),
        f.get(FindingField.BLAME_CUSTOMER),
        f.get(FindingField.COMPETITOR),
        f.get(FindingField.ADVANTAGE),
        f.get(FindingField.PRICES),
        f.get(FindingField.ANSWERS),
        f.get(FindingField.PERSONALITY),
        f.whys());
  }
}
