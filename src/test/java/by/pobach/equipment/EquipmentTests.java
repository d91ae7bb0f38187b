package by.pobach.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.diary.Diary;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@InTestHouse
class EquipmentTests {
    @Autowired
    EquipmentDesk desk;

    @Autowired
    Diary diary;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void three_kits_of_one_model_are_three_items_with_their_numbers() {
        UUID model = fmSystem("fm-system");

        transaction.executeWithoutResult(status -> {
            desk.addItem(Ids.next(), model, 2);
            desk.addItem(Ids.next(), model, 1);
            desk.addItem(Ids.next(), model, 3);
        });

        assertThat(desk.itemsOf("fm-system"))
                .extracting(item -> item.name().be())
                .containsExactly("FM-сістэма №\u00a01", "FM-сістэма №\u00a02", "FM-сістэма №\u00a03");
        assertThat(desk.itemsOf("fm-system"))
                .allSatisfy(item -> assertThat(item.band()).isEqualTo("fm-2.4"));
        assertThat(desk.itemsOf("ultrasonic-cane")).isEmpty();
    }

    @Test
    void the_diary_knows_every_item_on_the_shelf() {
        UUID model = fmSystem("loop");
        UUID item = Ids.next();

        transaction.executeWithoutResult(status -> desk.addItem(item, model, 1));

        assertThat(diary.knows(item)).isTrue();
    }

    @Test
    void an_item_in_repair_is_not_offered_and_keeps_its_name() {
        UUID model = fmSystem("communicator");
        UUID item = Ids.next();
        transaction.executeWithoutResult(status -> desk.addItem(item, model, 1));

        transaction.executeWithoutResult(status -> desk.putInService(item, false));

        assertThat(desk.itemsOf("communicator")).isEmpty();
        assertThat(desk.item(item)).isPresent();
        transaction.executeWithoutResult(status -> desk.putInService(item, true));
        assertThat(desk.itemsOf("communicator")).hasSize(1);
    }

    @Test
    void two_items_of_a_model_do_not_share_a_number() {
        UUID model = fmSystem("cane");
        transaction.executeWithoutResult(status -> desk.addItem(Ids.next(), model, 1));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> desk.addItem(Ids.next(), model, 1)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private UUID fmSystem(String kind) {
        UUID id = Ids.next();
        Words name = new Words("FM-сістэма", "FM-система", "FM system");
        transaction.executeWithoutResult(status -> desk.addModel(new Model(id, kind, name, "fm-2.4", 10)));
        return id;
    }
}
