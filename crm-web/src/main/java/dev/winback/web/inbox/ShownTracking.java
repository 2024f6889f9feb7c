package dev.winback.web.inbox;

import dev.winback.inbox.TrackingConsents;
import dev.winback.inbox.TrackingConsents.Consent;
import dev.winback.web.layout.Shell;
import org.springframework.stereotype.Component;

/** What a customer has said about being counted, for the page of the customer. */
@Component("tracking")
class ShownTracking {

  private final TrackingConsents consents;
  private final Shell shell;

  ShownTracking(TrackingConsents consents, Shell shell) {
    this.consents = consents;
    this.shell = shell;
  }

  public Consent of(String ref) {
    var actor = shell.actor();
    return actor == null ? Consent.NONE : consents.of(ref, actor);
  }
}
