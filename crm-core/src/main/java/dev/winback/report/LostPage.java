package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.offer.Catalogue;
import dev.winback.reason.Reason;
import dev.winback.shared.Paged;
import dev.winback.signal.Signal;
import dev.winback.staff.MemberRow;
import java.util.List;
import java.util.Map;

/**
 * A page of the lost list with all that its rows and its filters name: how many losses there are,
 * the signals of its customers, the classes of silence, members, reasons and offers.
 */
public record LostPage(
    Paged<LostRow> rows,
    int count,
    Map<CustomerId, List<Signal>> signals,
    List<Integer> classes,
    List<MemberRow> members,
    List<Reason> reasons,
    Catalogue offers) {}
