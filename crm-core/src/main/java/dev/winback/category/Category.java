package dev.winback.category;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer who ever bought stands, as of the last night: {@code fallen} was a VIP until a
 * month ago, {@code candidate} is new and brings what a VIP does, {@code value} is the year by
 * which he is judged (his own when he is lost) by the criterion, {@code aBy} has a bit for each
 * criterion by which he is A, {@code second} null for VIPs and for who brought nothing in the
 * months of the list.
 */
public record Category(
    Abc abc,
    Xyz xyz,
    boolean vip,
    boolean fallen,
    boolean candidate,
    @Nullable SecondCategory second,
    PriorityGroup group,
    BigDecimal value,
    int aBy) {}
