package dev.winback.purchase;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Settled;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The purchases: recorded idempotently by source and own id, and streamed in customer order. */
@Service
@Transactional
public class Purchases {

  private final PurchaseMerge merge;
  private final Histories histories;

  Purchases(PurchaseMerge merge, Histories histories) {
    this.merge = merge;
    this.histories = histories;
  }

  /**
   * Stores what is new, corrects what differs and keeps what it was, all or nothing; unknown
   * customers are created with nothing but their number.
   */
  public Tally record(List<Purchase> purchases) {
    var call = Staging.ofCall();
    merge.open(call);
    merge.stage(call, purchases);
    var settled = merge.settle(call);
    var tally = Tally.NONE;
    for (int slice = 0; slice < settled.slices(); slice++) {
      tally = tally.plus(merge.merge(call, slice, null));
    }
    merge.drop(call);
    return new Tally(
        tally.created(), tally.changed(), purchases.size() - tally.created() - tally.changed());
  }

  /** The tables in which an import's purchases wait. */
  public void open(Staging staging) {
    merge.open(staging);
  }

  public void stage(Staging staging, List<Purchase> purchases) {
    merge.stage(staging, purchases);
  }

  public Settled settle(Staging staging) {
    return merge.settle(staging);
  }

  /** Stores one slice of a settled batch; a slice that is already in changes nothing. */
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    return merge.merge(staging, slice, importId);
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
