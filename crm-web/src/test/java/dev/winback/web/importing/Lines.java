package dev.winback.web.importing;

import java.util.List;
import java.util.concurrent.Flow;

/** Collects the lines of an answer as they arrive. */
record Lines(List<String> lines) implements Flow.Subscriber<String> {

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    lines.add(line);
  }

  @Override
  public void onError(Throwable broken) {
    lines.add("broken: " + broken);
  }

  @Override
  public void onComplete() {
    lines.add("over");
  }
}
