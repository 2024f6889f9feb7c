package dev.winback.signal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DET-18: a complaint that is not resolved yet, or whose answer did not satisfy and who has not
 * bought since; the worst one speaks. Forgotten after so many days.
 */
record OpenComplaint(Limits limits) implements Rule {

  /** What is added to the severity when the answer did not satisfy. */
  private static final int UNSATISFIED = 10;

  @Override
  public SignalKind kind() {
    return SignalKind.COMPLAINT;
  }

  @Override
  public boolean ofProspects() {
    return true;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    return history
        .all(Happening.Kind.COMPLAINT)
        .filter(complaint -> hurts(complaint, history, day))
        .max(java.util.Comparator.comparingInt(OpenComplaint::severity))
        .map(complaint -> evidence(complaint, day))
        .orElse(null);
  }

  private boolean hurts(Happening complaint, History history, LocalDate day) {
    boolean open = complaint.over().isAfter(day);
    boolean unsatisfied = complaint.detail() >= UNSATISFIED && !history.boughtFrom(complaint);
    return (open || unsatisfied) && !day.isAfter(complaint.day().plusDays(limits.complaintDays()));
  }

  private static int severity(Happening complaint) {
    return complaint.detail() % UNSATISFIED;
  }

  private Evidence evidence(Happening complaint, LocalDate day) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("state", complaint.over().isAfter(day) ? "open" : "unsatisfied");
    if (severity(complaint) > 0) {
      figures.put("severity", severity(complaint));
    }
    return Evidence.weak(kind(), complaint.day(), Map.copyOf(figures));
  }
}
