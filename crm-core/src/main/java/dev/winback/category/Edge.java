package dev.winback.category;

/** A place in an order that becomes a cut: where equal values go on behind it, by the customers. */
final class Edge {

  private final Order order;
  private final long value;
  private int open;
  private long customer = Long.MAX_VALUE;

  private Edge(Order order, long value, int open) {
    this.order = order;
    this.value = value;
    this.open = open;
  }

  static Edge at(Order order, int place) {
    return place == 0
        ? new Edge(order, Long.MAX_VALUE, 0)
        : new Edge(order, order.at(place), order.goesOnEqual(place) ? order.equalUpTo(place) : 0);
  }

  boolean isOpen() {
    return open > 0;
  }

  /** Customers come in ascending order: the last of as many as belong is the one. */
  void see(Months months) {
    if (open > 0 && order.value(months) == value && --open == 0) {
      customer = months.customer;
    }
  }

  Cut cut() {
    return value == Long.MAX_VALUE ? Cut.NOBODY : new Cut(value, customer);
  }
}
