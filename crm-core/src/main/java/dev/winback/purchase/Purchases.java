package dev.winback.purchase;

import dev.winback.customer.CustomerId;
import dev.winback.customer.FactIntake;
import dev.winback.customer.Intakes;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The purchases: recorded idempotently by source and own id, and streamed in customer order. */
@Service
@Transactional
public class Purchases {

  private final FactIntake<Purchase> intake;
  private final Histories histories;

  Purchases(Intakes intakes, Histories histories, ApplicationEventPublisher events) {
    intake =
        intakes.of(
            PurchaseTable.table(),
            customers -> events.publishEvent(new PurchasesRecorded(customers)));
    this.histories = histories;
  }

  /**
   * Stores what is new, corrects what differs and keeps what it was, all or nothing; unknown
   * customers are created with nothing but their number.
   */
  public Tally record(List<Purchase> purchases) {
    return intake.record(purchases);
  }

  /** For imports, which work in steps. */
  public FactIntake<Purchase> intake() {
    return intake;
  }

  /** All purchases of customers with keys from the first (included) until the second. */
  @Transactional(readOnly = true)
  public void stream(long fromCustomer, long untilCustomer, PurchaseSink sink) {
    histories.stream(new CustomerRange(fromCustomer, untilCustomer), sink);
  }

  /** All purchases of these customers. */
  @Transactional(readOnly = true)
  public void stream(Set<CustomerId> customers, PurchaseSink sink) {
    histories.stream(customers, sink);
  }

  /** All customers cut into ranges, to be streamed one after another or on several cores. */
  @Transactional(readOnly = true)
  public List<CustomerRange> slices(int customersPerSlice) {
    return histories.slices(customersPerSlice);
  }
}
