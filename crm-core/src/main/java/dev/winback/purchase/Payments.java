package dev.winback.purchase;

import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.Tally;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments: what came in, and whether in time (MEA-15). */
@Service
@Transactional
public class Payments {

  private final Intake<Payment> intake;

  Payments(Intakes intakes, ApplicationEventPublisher events) {

    intake =
        intakes.of(
            PaymentTable.table(),
            customers -> events.publishEvent(new PaymentsRecorded(customers)));
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Payment> payments) {
    return intake.record(payments);
  }

  /** For imports, which work in steps. */
  public Intake<Payment> intake() {
    return intake;
  }
}
