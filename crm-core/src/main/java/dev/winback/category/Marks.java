package dev.winback.category;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say of customers and decides about their group; only of those of whom they do. */
final class Marks {

  /** {@code against}: meets a criterion not to be returned; {@code moved}: to this group. */
  record Mark(
      long customer, boolean flagship, boolean against, boolean erased, @Nullable Integer moved) {}

  private static final Mark NOTHING = new Mark(0, false, false, false, null);

  private final long[] customers;
  private final Mark[] marks;

  /** In ascending order of customers. */
  Marks(List<Mark> marks) {
    this.marks = marks.toArray(Mark[]::new);
    customers = marks.stream().mapToLong(Mark::customer).toArray();
  }

  Mark of(long customer) {
    int place = Arrays.binarySearch(customers, customer);
    return place < 0 ? NOTHING : marks[place];
  }

  PriorityGroup group(long customer, Abc abc, Xyz xyz, boolean vip) {
    var mark = of(customer);
    return mark.moved() != null
        ? PriorityGroup.of(mark.moved())
        : PriorityGroup.of(abc, xyz, vip || mark.flagship(), mark.against());
  }
}
