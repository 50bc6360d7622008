LiveRows {
    roleList: ["hazardId", "included", "no", "place", "problem", "basis", "level", "levelText", "measure", "interim",
        "responsible", "days", "dueText"]
    given: [
        { hazardId: "H3", included: true, no: 1, place: "北门内排水沟", problem: "排水沟被落叶和垃圾堵塞，雨后积水 20 cm。", basis: "中华人民共和国突发事件应对法 第二十六条", level: Core.Level.General, levelText: "一般事故隐患", measure: "清理排水沟全线，汛期每周检查一次并记录。", interim: "积水时学生改走东门。", responsible: "苏光勇（学校安全员）", days: 3, dueText: "2025年7月3日前" },
        { hazardId: "H4", included: true, no: 2, place: "教学楼东侧楼梯一层", problem: "疏散楼梯一层平台堆放课桌椅，净宽不足 0.8 m。", basis: "中华人民共和国消防法 第二十八条", level: Core.Level.General, levelText: "一般事故隐患", measure: "当日清空楼梯平台，建立疏散通道日巡查记录。", interim: "", responsible: "苏光勇（学校安全员）", days: 1, dueText: "2025年7月1日前" }
    ]
}
