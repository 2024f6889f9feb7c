package dev.winback.letter;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The letters in line: whose turn it is under the paces of receivers and the quotas of the day. */
@Component
class Line {

  private final Receivers receivers;
  private final Quotas quotas;
  private final Claims claims;

  Line(Receivers receivers, Quotas quotas, Claims claims) {
    this.receivers = receivers;
    this.quotas = quotas;
    this.claims = claims;
  }

  Receivers.Due due(int batch) {
    if (batch == 0) {
      return Receivers.NOTHING;
    }
    int left = quotas.left(batch);
    return left == 0 ? receivers.confirmations(batch) : receivers.due(left);
  }

  /** What the gate let through, and no quota keeps back. */
  List<DueLetter> take(String node, Duration lease, Receivers.Due due) {
    quotas.hold(due.letters());
    var taken = claims.take(node, lease, due.letters());
    receivers.count(due, taken.size());
    return taken;
  }
}
