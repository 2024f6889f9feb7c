package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.CartGood;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LET-14: the goods of a cart with their pictures, and nothing that a shop could smuggle in. */
class GoodsListTest {

  private static CartGood good(String name, String image) {
    return new CartGood(name, BigDecimal.valueOf(2), "4.50 EUR", image);
  }

  @Test
  void eachGoodHasItsNameNumberPriceAndPicture() {
    var goods = List.of(good("Tea", "https://shop.example/t.png?a=1&b=2"));
    assertThat(GoodsList.html(goods))
        .contains(
            "<img src=\"https://shop.example/t.png?a=1&amp;b=2\"",
            "<strong>Tea</strong>",
            "2 × 4.50 EUR");
    assertThat(GoodsList.text(goods)).isEqualTo("- Tea, 2 × 4.50 EUR");
  }

  @Test
  void onlyAddressesOverHttpsArePictures() {
    for (var address :
        List.of(
            "http://shop.example/t.png",
            "javascript:alert(1)",
            "data:image/png;base64,AAAA",
            "https://x/\"onerror=alert(1)",
            "https://x/ y")) {
      assertThat(GoodsList.html(List.of(good("Tea", address)))).as(address).doesNotContain("<img");
    }
  }

  @Test
  void aNameIsTextWhateverItSays() {
    var hostile = List.of(good("<script>alert(1)</script>\r\n{{coupon}}", "https://x/y.png"));
    assertThat(GoodsList.html(hostile))
        .contains("<strong>&lt;script&gt;alert(1)&lt;/script&gt; {{coupon}}</strong>");
    assertThat(GoodsList.text(hostile).lines()).hasSize(1);
  }
}
