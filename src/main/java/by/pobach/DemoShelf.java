package by.pobach;

import by.pobach.equipment.EquipmentDesk;
import by.pobach.equipment.Model;
import by.pobach.web.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The devices of the demo that are shown and tried at the Centre. */
class DemoShelf {
    /** One block of the band that European FM systems for schools use; two kits next door disturb each other. */
    private static final String FM_BAND = "863-865";

    private final EquipmentDesk desk;

    DemoShelf(EquipmentDesk desk) {
        this.desk = desk;
    }

    void fill() {
        items("fm-system", "FM-сістэма", "FM-система", "FM system", FM_BAND, 10, 3);
        items("ultrasonic-cane", "Ультрагукавы кій", "Ультразвуковая трость", "Ultrasonic cane", null, 5, 3);
        items("standing-frame", "Вертыкалізатар", "Вертикализатор", "Standing frame", null, 15, 2);
        items("communicator", "Камунікатар", "Коммуникатор", "Communicator", null, 10, 4);
    }

    private void items(
            String kind, String be, String ru, String en, @Nullable String band, int bufferMinutes, int count) {
        UUID model = DemoSeed.id("model/" + kind);
        desk.addModel(new Model(model, kind, new Words(be, ru, en), band, bufferMinutes));
        for (int number = 1; number <= count; number++) {
            desk.addItem(DemoSeed.id("item/" + kind + "/" + number), model, number);
        }
    }
}
